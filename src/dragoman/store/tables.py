"""The tables of a record file.

What people and reports say is kept as it came (``extract``, ``judgement``, ``skipped``); what
follows from it (``item``, ``passage``) is derived and can be made again from the former. How what
follows changed from run to run (``run``, ``change``) is kept beside it, and what spares the next
run some work (``memo``), which may be thrown away at any time.
"""

from __future__ import annotations

import sqlalchemy as sa

# "drgm" as a big-endian number: SQLite's application_id, by which we know our own files.
APPLICATION_ID = 0x6472676D
SCHEMA_VERSION = 3

metadata = sa.MetaData()

extract = sa.Table(
    "extract",
    metadata,
    sa.Column("report", sa.String, primary_key=True, comment="id of the report"),
    sa.Column("source", sa.String, nullable=False, index=True, comment="where it was read from"),
    sa.Column("sha256", sa.String, nullable=False, comment="of the original bytes"),
    sa.Column("item", sa.String, nullable=False, index=True, comment="key of the item read"),
    sa.Column("position", sa.Integer, nullable=False, comment="order in which it was added"),
    sa.Column("superseded_by", sa.String, comment="id of the later version of the same source"),
    sa.Column("json", sa.LargeBinary, nullable=False, comment="the extract, as JSON"),
    comment="one row a report: its text and all that it states by itself",
)

skipped = sa.Table(
    "skipped",
    metadata,
    sa.Column("source", sa.String, primary_key=True),
    sa.Column("reason", sa.String, primary_key=True),
    comment="what could not be read, and why",
)

judgement = sa.Table(
    "judgement",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("subject", sa.String, nullable=False, index=True),
    sa.Column("made", sa.String, nullable=False, comment="when, ISO 8601"),
    sa.Column("withdrawn", sa.String, comment="when it was taken back; the row stays"),
    sa.Column("json", sa.LargeBinary, nullable=False),
    comment="decisions of people; no run of the program changes them",
)

item = sa.Table(
    "item",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("kind", sa.String, nullable=False, index=True, comment="actor, claim, event ..."),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("json", sa.LargeBinary, nullable=False),
    comment="the derived record: one row a thing",
)

passage = sa.Table(
    "passage",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("report", sa.String, nullable=False, index=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    comment="headlines and paragraphs of bodies, for full-text search",
)

run = sa.Table(
    "run",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("finished", sa.String, nullable=False, comment="when, ISO 8601"),
    sa.Column("counts", sa.LargeBinary, nullable=False, comment="things by kind and how, as JSON"),
    comment="each time that the derived record was made anew and differed",
)

change = sa.Table(
    "change",
    metadata,
    sa.Column("run", sa.Integer, primary_key=True),
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("how", sa.String, nullable=False, comment="added, changed, removed"),
    sa.Column("before", sa.LargeBinary, comment="the thing as it was, as JSON"),
    comment="what a run changed in the derived record",
)

memo = sa.Table(
    "memo",
    metadata,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("program", sa.String, nullable=False, comment="digest of the program that made it"),
    sa.Column("data", sa.LargeBinary, nullable=False),
    comment="what the last run worked out that the next one can take over",
)

# The index holds no second copy of the text: it reads it from passage.
FULL_TEXT = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS passage_index USING fts5("
    "text, content='passage', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
)
