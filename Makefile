# Brygga's commands. `make help` lists them. Nothing is needed beforehand but make and Python 3.11 or later.

SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for one in python3.11 python3.12 python3.13 python3; do \
	$$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
# Two at a time on two cores; each has its own databases, server and browser.
PYTEST := $(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=worksteal
DATA := $(CURDIR)/.brygga

.DEFAULT_GOAL := help
.PHONY: help run test check coverage fix bench attack mutate lock reference clean browser \
	check-format check-lint check-types check-imports check-spelling check-sizes check-tests check-long check-coverage

help:  ## List these commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20

run: $(VENV)/.runtime  ## Serve Brygga with invented demo data on http://127.0.0.1:8050
	@test -e $(DATA)/brygga.db || BRYGGA_DATA_DIR=$(DATA) $(BIN)/brygga demo
	@BRYGGA_DATA_DIR=$(DATA) $(BIN)/brygga check --upgrade > /dev/null
	@BRYGGA_DATA_DIR=$(DATA) $(BIN)/brygga serve

test: $(VENV)/.dev browser  ## Run every test, on SQLite and PostgreSQL and in a browser
	$(PYTEST)

check: $(VENV)/.dev browser check-format check-lint check-imports check-spelling check-sizes check-long  ## Run exactly what CI runs

check-format:
	$(BIN)/ruff format --check .

check-lint:
	$(BIN)/ruff check .

check-types:
	$(BIN)/mypy

check-imports:
	$(BIN)/lint-imports --no-logo

check-spelling:
	$(BIN)/codespell

check-long:  # side by side: the tests also wait for browsers and databases
	@$(MAKE) --no-print-directory --jobs=2 check-types check-tests

check-sizes:  # informs, never fails
	$(BIN)/python tools/size_report.py

check-tests:
	$(PYTEST) --durations=10

check-coverage: $(VENV)/.dev  # the limit of 95 %; apart from `check`, whose time it would take
	$(PYTEST) --cov --cov-report= tests/domain tests/analysis tests/reports tests/pages
	$(BIN)/coverage report --include='dashboard/domain/*,dashboard/analysis/*,dashboard/reports/*' --fail-under=95

coverage: $(VENV)/.dev browser  ## Measure what every test together covers, of everything (slow)
	$(PYTEST) --measure-every-test --cov --cov-report=
	$(BIN)/coverage report

fix: $(VENV)/.dev  ## Format the code and mend what a machine can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev  ## Measure speed: medians, nothing is asserted
	$(BIN)/python -m benchmarks

attack: $(VENV)/.dev  ## Attack what would be public of 200 invented units: is anybody found out?
	$(BIN)/python -m tools.attack

mutate: $(VENV)/.dev  ## Change the analysis in one place at a time: does a test notice? (hours; MUTATE="--sample 300")
	OMP_NUM_THREADS=1 nice $(BIN)/python -m tools.mutate $(MUTATE)

lock: $(VENV)/.dev  ## Renew the pinned versions and hashes in requirements/
	$(BIN)/python tools/lock.py --upgrade

reference: $(VENV)/.runtime  ## Rebuild the reference data (municipalities, localities, postal codes, SNI, SSYK)
	$(PYTHON) -m venv .venv-reference
	.venv-reference/bin/python -m pip --disable-pip-version-check install --quiet -r tools/reference/requirements.txt
	.venv-reference/bin/python tools/build_reference.py

clean:  ## Remove the environment, the demo data and everything built
	rm -rf $(VENV) .venv-reference .brygga build dist htmlcov .coverage .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

browser: $(VENV)/.dev
	@$(BIN)/python tools/get_browser.py

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Brygga needs Python 3.11 or later. Install it, or say where it is: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: pyproject.toml requirements/runtime.txt requirements/build.txt | $(BIN)/python
	$(PIP) --require-hashes -r requirements/build.txt
	$(PIP) --require-hashes -r requirements/runtime.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml requirements/dev.txt | $(BIN)/python
	$(PIP) --require-hashes -r requirements/dev.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@
