# make brief   set up and read the example reports into a brief
# make serve   set up and open a record of the example reports in the browser
# make test    set up and run lint, type checks, import rules and tests
# make bench   print the benchmark table (needs the public sets, see docs/benchmarks.md)
# make docs    write the generated pages of docs/ anew

PYTHON ?= $(shell for p in python3.12 python3.11 python3.13 python3; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
BIN := .venv/bin

.PHONY: brief serve test bench docs clean

brief: .venv/installed
	$(BIN)/dragoman brief examples/reports --html brief.html
	@echo "The same as a page: brief.html"

serve: .venv/installed
	$(BIN)/dragoman read examples/reports -r example.dragoman
	$(BIN)/dragoman serve -r example.dragoman

test: .venv/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2

bench: .venv/developing
	$(BIN)/dragoman bench

docs: .venv/developing
	$(BIN)/python docs/generate.py

clean:
	rm -rf .venv brief.html example.dragoman build dist

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip

.venv/installed: .venv/bin/python pyproject.toml build_hook.py build_gazetteer.py build_frontend.py frontend/package-lock.json
	$(BIN)/python -m pip install --quiet --editable '.[web]'
	touch $@

.venv/developing: .venv/bin/python pyproject.toml build_hook.py build_gazetteer.py build_frontend.py frontend/package-lock.json
	$(BIN)/python -m pip install --quiet --editable '.[dev,bench]'
	touch $@ .venv/installed
