"""Accounts: what a report says happened, was planned, demanded or denied, and to whom."""

from __future__ import annotations

from dragoman.extraction.accounts_actors import ActorFinder
from dragoman.extraction.accounts_folding import fold
from dragoman.extraction.accounts_settings import Settings
from dragoman.extraction.accounts_triggers import Trigger, find_triggers
from dragoman.extraction.status import status_of
from dragoman.language import Document
from dragoman.model import Account, Claim, Dates, Extract, Span, Status, make_id

# Types whose nouns, standing alone, name a thing or an idea more often than an event.
_WEAK = frozenset({
    "AGREE", "REQUEST", "ACCUSE", "THREATEN", "AID", "SUPPORT", "COOPERATE", "REJECT", "CONCEDE",
})  # fmt: skip
_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})


class Accounts:
    """The step that finds accounts of events (see `Situations` for states of affairs)."""

    needs = ("times", "place_mentions", "actor_mentions", "numbers", "claims")
    gives = ("accounts",)

    def __call__(self, document: Document, extract: Extract) -> Extract:
        """Return ``extract`` with the accounts that its report gives."""
        import msgspec

        found = EventReader(document, extract).accounts()
        return msgspec.structs.replace(extract, accounts=found)


class EventReader:
    """Turns the triggers of one report into accounts."""

    def __init__(self, document: Document, extract: Extract) -> None:
        self.document = document
        self.extract = extract
        self.actors = ActorFinder(document, extract)
        found = find_triggers(document, self.actors.types, self.actors.names())
        self.triggers = fold(document, found)
        self.settings = Settings(document, extract, self.triggers)
        self.claims = ClaimFinder(extract.claims)

    def accounts(self) -> tuple[Account, ...]:
        """Return the accounts in text order."""
        made = (self._account(trigger) for trigger in self.triggers)
        return tuple(account for account in made if account is not None)

    def _account(self, trigger: Trigger) -> Account | None:
        report = self.extract.report
        sense = trigger.sense
        actors = self.actors.of(trigger.actors)
        recipients = tuple(a for a in self.actors.of(trigger.recipients) if a not in actors)
        place = self.settings.place(trigger)
        date = self.settings.date(trigger)
        counts = self.settings.counts(trigger)
        if not self._stated(trigger, bool(actors or recipients or place or date or counts)):
            return None
        claim = self.claims.holding(trigger.token.span)
        span = self._span(trigger)
        return Account(
            id=make_id("acc", report.id, span.start, span.end, sense.type),
            report=report.id,
            type=sense.type,
            mode=trigger.mode,
            status=self._status(trigger, claim, date),
            evidence=(report.evidence(self.document.sentence_of(trigger.token).span),),
            trigger=report.evidence(span),
            claim=claim.id if claim else None,
            actors=actors,
            recipients=recipients,
            place=place.place if place else None,
            place_evidence=place.evidence if place else None,
            date=date,
            counts=counts,
        )

    def _span(self, trigger: Trigger) -> Span:
        """Return the trigger's own words: "carried out strikes", "bombed", "open fire"."""
        if trigger.light is not None and abs(trigger.light.i - trigger.token.i) < 6:
            return trigger.token.span.cover(trigger.light.span)
        return trigger.token.span

    def _stated(self, trigger: Trigger, anchored: bool) -> bool:
        """Return whether the text states an event here, and not only names its kind."""
        if trigger.token.pos in ("VERB", "AUX"):
            return trigger.token.dep not in ("amod", "compound")
        if trigger.sense.type in _WEAK:
            return trigger.light is not None and anchored
        return anchored or trigger.light is not None

    def _status(self, trigger: Trigger, claim: Claim | None, date: Dates | None) -> Status:
        status = status_of(self.document, trigger.token, trigger.light)
        if claim is not None:
            status = self._as_claimed(status, claim, trigger)
        if status == "promised" and trigger.sense.type in _HOSTILE:
            return "threatened"
        published = self.extract.report.published
        if status in ("happened", "ongoing") and date and published and date.start:
            last = published.end or published.start
            if last is not None and date.start > last:
                return "planned"
        return status

    def _as_claimed(self, status: Status, claim: Claim, trigger: Trigger) -> Status:
        """Return the status under what the speaker does by saying it."""
        if status in ("planned", "predicted"):
            by_act: dict[str, Status] = {
                "threaten": "threatened",
                "promise": "promised",
                "predict": "predicted",
                "demand": "demanded",
            }
            return by_act.get(claim.act, status)
        if status in ("happened", "ongoing") and claim.form != "direct":
            if claim.act in ("deny", "reject"):
                return "denied"
            if claim.act == "doubt":
                return "possible"
        return status


class ClaimFinder:
    """Finds the innermost claim whose content holds a stretch of text."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        self.claims = claims

    def holding(self, span: Span) -> Claim | None:
        """Return the claim with the shortest content that holds ``span``, None if none does."""
        best: tuple[int, Claim] | None = None
        for claim in self.claims:
            if any(piece.span.contains(span) for piece in claim.content):
                size = sum(len(piece.span) for piece in claim.content)
                if best is None or size < best[0]:
                    best = (size, claim)
        return best[1] if best else None
