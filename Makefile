# Two commands do everything: `make run` and `make test`. Both get what they need by themselves.
.PHONY: help run test format bench mission

bin := .venv/bin

help:
	@echo "make run      serve Second Thoughts here, with a small demo (PORT=8001 for another port)"
	@echo "make test     lint, types, contracts, and the tests on PostgreSQL and SQLite, browser and all"
	@echo "make format   lay out the code as 'make test' wants it"
	@echo "make bench    measure speed and weight, and write benchmarks/results.json"
	@echo "make mission  list the lines of docs/mission.md that no test shows yet"

run:
	@deploy/setup run
	@deploy/local deploy/demo

# What production would say, but for its secret and its database.
production := PLAIN_HTTP=0 ALLOWED_HOSTS=example.org EMAIL_URL=smtp+tls://mail.example.org:587

test: export SECRET_KEY := only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJ
test:
	@deploy/setup test
	$(bin)/ruff format --check --output-format=concise
	$(bin)/ruff check --quiet
	$(bin)/djlint templates --lint --quiet
	$(bin)/mypy --no-error-summary
	$(bin)/lint-imports --no-logo
	$(bin)/python manage.py makemigrations --check --dry-run
	$(production) $(bin)/python manage.py check --deploy --fail-level WARNING
	$(bin)/python -m tests.pg $(bin)/pytest -q -n 2 -m "not browser"
	$(bin)/pytest -q -n 2

format:
	@deploy/setup test
	$(bin)/ruff check --quiet --fix
	$(bin)/ruff format --quiet

bench:
	@deploy/setup test
	@deploy/local $(bin)/python -m benchmarks

mission:
	@deploy/setup test
	@$(bin)/python -m tests.mission
