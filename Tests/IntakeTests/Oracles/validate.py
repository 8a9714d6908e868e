"""Asks an independent JSON Schema validator: validate.py SCHEMA FILE... prints, for each file, its name and valid or
invalid. Exits with 3 where the validator is not installed."""
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit(3)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)

for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        document = json.load(file)
    print(name, "valid" if validator.is_valid(document) else "invalid", sep="\t")
