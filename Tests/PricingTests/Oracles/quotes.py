#!/usr/bin/env python3
"""Checks whole lists and quotes against exact fractions.

Reads one JSON object a line on standard input: the rules of a list, what its prices come from, the prices that the list
gives, and cases with what was quoted for them. Says every number that is wrong; exits 1 if there is one, or if there was
nothing to check.
"""

import json
import sys
from fractions import Fraction

from prices import rounded


class List:
    """The rules of a list, and its prices before and after rounding."""

    def __init__(self, told):
        self.told = told
        self.at = told["rounding"]["at"]
        point, factor = Fraction(told["pointPrice"]), 1 + Fraction(told["percent"]) / 100
        self.groups = {group["drg"]: group for group in told["groups"]}
        self.exact = {}
        self.price = {}
        for group in told["groups"]:
            self.exact[group["drg"]] = Fraction(group["weight"]) * point
            self.price[group["drg"]] = self.round(self.exact[group["drg"]])
        for service in told["services"]:
            code = service["code"]
            if "last" in service:
                self.exact[code] = Fraction(service["last"]) * factor
                self.price[code] = self.round(self.exact[code])
            else:
                self.exact[code] = self.price[code] = Fraction(service["own"])

    def round(self, kronor):
        """Kronor to whole kronor or öre by the list's mode."""
        unit = {"krona": 1, "öre": 100}[self.told["rounding"]["unit"]]
        return Fraction(rounded(kronor * unit, self.told["rounding"]["mode"]), unit)

    def quote(self, case):
        """The outcome and what is paid."""
        rule = self.told["outliers"]
        if "drg" not in case:
            return self.by_services("care-services", case)
        group = self.groups[case["drg"]]
        counts = rule["costLimit"] and "costLimit" in group and "cost" in case
        past_cost = counts and Fraction(case["cost"]) > Fraction(group["costLimit"])
        past_days = case["days"] - group["daysLimit"] if "days" in case and "daysLimit" in group else 0
        if past_cost or (past_days > 0 and "amount" not in rule):
            return self.by_services("outlier-care-services", case)
        surcharges = self.counted(case["surcharges"])
        if past_days > 0:
            extra = self.settle(past_days * Fraction(rule["amount"]))
            return "outlier-per-day", self.total([self.drg_price(case), extra] + surcharges)
        if not surcharges:
            return "inlier", self.price[case["drg"]]
        return "inlier", self.total([self.drg_price(case)] + surcharges)

    def by_services(self, outcome, case):
        if not case["careServices"]:
            return "refused", None
        return outcome, self.total(self.counted(case["careServices"]) + self.counted(case["surcharges"]))

    def drg_price(self, case):
        return (self.price if self.at == "eachStep" else self.exact)[case["drg"]]

    def counted(self, services):
        one = self.price if self.at == "eachStep" else self.exact
        return [count * one[code] for code, count in services]

    def settle(self, kronor):
        return self.round(kronor) if self.at == "eachStep" else kronor

    def total(self, parts):
        return sum(parts) if self.at == "eachStep" else self.round(sum(parts))


def main():
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    prices = quotes = wrong = 0
    for line in sys.stdin:
        told = json.loads(line)
        right = List(told)
        for code, given in told["prices"].items():
            prices += 1
            if right.price.pop(code) != Fraction(given):
                wrong += 1
                print(f"{code}: {given}, in {line}")
        if right.price:
            wrong += 1
            print(f"{sorted(right.price)} have no price in {line}")
        right = List(told)
        for case in told["cases"]:
            quotes += 1
            outcome, total = right.quote(case)
            given = Fraction(case["total"]) if "total" in case else None
            if (outcome, total) != (case["outcome"], given):
                wrong += 1
                print(f"{case}: it is {outcome}, {total}, by {told['rounding']} {told['outliers']}")
    print(f"{prices} prices and {quotes} quotes checked, {wrong} wrong")
    return 1 if wrong or not prices or not quotes else 0


if __name__ == "__main__":
    sys.exit(main())
