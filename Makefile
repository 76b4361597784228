# Everything goes into .venv, and the demo's data into data/; nothing else on the machine is touched.
#
#   make run     a sample shop in your browser        make check   the tools' opinion of the code
#   make test    every test                           make bench   how fast it is, beside others
#   make docs    draw the pages that      make clean   forget .venv and what tools left behind
#                are made from tables

PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3)
BIN := .venv/bin
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PYRIGHT_PYTHON_IGNORE_WARNINGS = 1

.PHONY: run test check docs bench clean

run: .venv/ready
	@$(BIN)/aftercare demo

# The quick tests alone must run nearly every line of the desk and of its dialogue. Then the other journeys, whatever
# came of it. What mostly waits for networks, browsers and other processes runs meanwhile, and says afterwards how it went.
QUICK := tests/core tests/conversations tests/scheduler tests/storage \
	tests/acceptance/test_the_ledgers_as_sheets.py tests/commands/test_report.py
COVERED := --include='core/*,bot/dialogue/*' --skip-covered --sort=-cover --fail-under=90
without = $(addprefix --ignore=,$(1))

test: .venv/ready-for-work
	@command -v chromium >/dev/null || echo "Chromium is not installed: the tests in a real browser are left out."
	@failed=0; set -x; \
		(trap - INT; exec $(BIN)/pytest $(call without,$(QUICK) tests/acceptance)) >.venv/meanwhile.txt 2>&1 & \
		$(BIN)/coverage run -m pytest $(QUICK) || failed=1; \
		$(BIN)/coverage report $(COVERED) >.venv/coverage.txt || { tail -n 40 .venv/coverage.txt; failed=1; }; \
		$(BIN)/pytest tests/acceptance $(call without,$(QUICK)) || failed=1; \
		wait $$! || failed=1; \
		cat .venv/meanwhile.txt; \
		exit $$failed

check: .venv/ready-for-work
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports --no-logo

docs: .venv/ready-for-work
	$(BIN)/python -m docs.states
	$(BIN)/python -m docs.rulebook

bench: .venv/ready-for-work
	@$(BIN)/python -m benchmarks

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage* *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Counts the packages as they come, as the first time takes a minute or two.
define install
	@echo "Setting up .venv …"
	@$(BIN)/python -m pip install --progress-bar off -e '.[$(EXTRAS)]' \
		| awk '/^Collecting/ { printf "\r  %d packages found", ++n; fflush() } \
		       /^Installing/ { printf "\r  installing them …  "; fflush() } END { if (n) print "" }'
	@touch $@
endef

.venv/ready: EXTRAS := telegram
.venv/ready: pyproject.toml | $(BIN)/python
	$(install)

.venv/ready-for-work: EXTRAS := telegram,dev
.venv/ready-for-work: pyproject.toml | $(BIN)/python
	$(install)
	@touch .venv/ready

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Aftercare needs Python 3.11 or newer: make PYTHON=…"; exit 1; }
	@$(PYTHON) -m venv .venv \
		|| { rm -rf .venv; echo "Python's venv is missing (Debian: apt install python3-venv)."; exit 1; }
