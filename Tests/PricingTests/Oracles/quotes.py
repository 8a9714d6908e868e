#!/usr/bin/env python3
"""Checks whole lists, quotes and sums against exact fractions.

Reads one JSON object a line on standard input: the rules of a list, what its prices come from, the prices that the list
gives, cases with what was quoted for them, and volumes with what they cost by the list and by another point price. Says
every number that is wrong; exits 1 if there is one, or if there was nothing to check.
"""

import json
import sys
from fractions import Fraction

from prices import rounded


class List:
    """The rules of a list, and its prices before and after rounding, by the names that the lines have here."""

    def __init__(self, told):
        self.told = told
        self.at = told["rounding"]["at"]
        self.groups = {(group["drg"], group["typeOfCare"]): group for group in told["groups"]}
        self.exact, self.price = {}, {}
        for point in told["pointPrices"]:
            for drg, care in self.groups:
                if care in point["typesOfCare"]:
                    weight = Fraction(self.groups[drg, care]["weight"])
                    self.computed(f"drg {point['id']} {drg} {care}", weight * Fraction(point["amount"]))
        for service in told["services"]:
            name = f"service {service['provider']} {service['code']} {service['typeOfCare']}"
            if "last" in service:
                self.computed(name, Fraction(service["last"]) * (1 + Fraction(self.percent(service)) / 100))
            else:
                self.taken(name, service["own"])
        for surcharge in told["surcharges"]:
            self.taken(f"surcharge {surcharge['provider']} {surcharge['code']}", surcharge["amount"])
        self.fix(told["fixedPrices"])

    def percent(self, service):
        """The index of the care, else that of all other."""
        own = [index["percent"] for index in self.told["otherIndices"]
               if (index["provider"], index["typeOfCare"]) == (service["provider"], service["typeOfCare"])]
        return (own or [self.told["percent"]])[0]

    def fix(self, rules):
        """Fixed prices: one that names its hospital goes before one for all that declare DRG prices."""
        for rule in sorted(rules, key=lambda rule: "provider" in rule):
            providers = [rule["provider"]] if "provider" in rule else self.declaring(rule["typeOfCare"])
            for provider in providers:
                self.taken(f"fixed {provider} {rule['drg']} {rule['typeOfCare']}", rule["amount"])

    def declaring(self, care):
        return [tariff["provider"] for tariff in self.told["tariffs"] if care in tariff["typesOfCare"]]

    def computed(self, name, kronor):
        self.exact[name] = kronor
        self.price[name] = self.round(kronor)

    def taken(self, name, amount):
        """A price that is as it was given, never rounded."""
        self.exact[name] = self.price[name] = Fraction(amount)

    def round(self, kronor):
        """Kronor to whole kronor or öre by the list's mode."""
        unit = {"krona": 1, "öre": 100}[self.told["rounding"]["unit"]]
        return Fraction(rounded(kronor * unit, self.told["rounding"]["mode"]), unit)

    def quote(self, case):
        """The outcome, what is paid, and the parts of it."""
        if "drg" not in case:
            return self.by_services("care-services", case)
        care = case["typeOfCare"]
        if case["provider"] not in self.declaring(care):
            return "quote-drg-not-declared", None, []
        if any(rule["provider"] == case["provider"] and rule["unit"] == case.get("unit") and care in rule["typesOfCare"]
               for rule in self.told["exceptions"]):
            return "quote-drg-excepted", None, []
        line, group = self.drg_line(case), self.groups.get((case["drg"], care))
        if line is None:
            return "quote-unknown-group", None, []
        return self.by_group(case, line, group)

    def drg_line(self, case):
        """The hospital's fixed price, else that of the point price which names the hospital, else the common one."""
        care = case["typeOfCare"]
        points = [point for point in self.told["pointPrices"] if care in point["typesOfCare"]]
        own = [point for point in points if case["provider"] in point.get("providers", [])]
        point = (own or [point for point in points if "providers" not in point])[0]
        names = [f"fixed {case['provider']} {case['drg']} {care}", f"drg {point['id']} {case['drg']} {care}"]
        return next((name for name in names if name in self.price), None)

    def by_group(self, case, line, group):
        rule = self.told["outliers"]
        counts = rule["costLimit"] and "costLimit" in group and "cost" in case
        past_cost = counts and Fraction(case["cost"]) > Fraction(group["costLimit"])
        past_days = case["days"] - group["daysLimit"] if "days" in case and "daysLimit" in group else 0
        if past_cost or (past_days > 0 and "amount" not in rule):
            return self.by_services("outlier-care-services", case)
        parts = [(self.exact if self.at == "end" and past_days > 0 else self.price)[line]]
        if past_days > 0:
            parts.append(self.settle(past_days * Fraction(rule["amount"])))
        outcome = "outlier-per-day" if past_days > 0 else "inlier"
        parts += self.charged(case, outcome)
        # Prices of the list are added as they are: only days past a limit make a sum that the model may round.
        return outcome, self.total(parts) if past_days > 0 else sum(parts), parts

    def by_services(self, outcome, case):
        if not case["careServices"]:
            return "quote-care-services-needed", None, []
        parts = self.counted("service", case) + self.charged(case, outcome)
        return outcome, sum(parts), parts

    def charged(self, case, outcome):
        """The surcharges that the committee lets count for a case that is paid so."""
        rule = self.told.get("surchargeRule", {"allowed": True})
        if not rule["allowed"] or (rule.get("beside") == "drg" and outcome != "inlier"):
            return []
        least = Fraction(rule.get("leastAmount", 0))
        asked = [pair for pair in case["surcharges"]
                 if self.price[f"surcharge {case['provider']} {pair[0]}"] >= least]
        return self.counted("surcharge", {**case, "surcharges": asked})

    def counted(self, kind, case):
        asked, care = {"service": ("careServices", f" {case['typeOfCare']}"), "surcharge": ("surcharges", "")}[kind]
        # A number of services is exactly so many times the price: rule ÖR26 of the invoicing contract.
        return [count * self.price[f"{kind} {case['provider']} {code}{care}"] for code, count in case[asked]]

    def settle(self, kronor):
        return self.round(kronor) if self.at == "eachStep" else kronor

    def total(self, parts):
        return sum(parts) if self.at == "eachStep" else self.round(sum(parts))

    def cost(self, volumes):
        """The sum of the lines, each so many times."""
        return sum(count * self.price[name] for name, count in volumes)


def prices(told, right):
    """Every price of the list, and no other."""
    for name in sorted(right.price.keys() | told["prices"].keys()):
        given = told["prices"].get(name)
        if given is None or right.price.get(name) != Fraction(given):
            yield f"{name}: {given}, but it is {right.price.get(name)}"


def quotes(told, right):
    """Outcome, total and parts of every case."""
    for case in told["cases"]:
        given = Fraction(case["total"]) if "total" in case else None
        parts = [Fraction(part) for part in case["parts"]]
        if (case["outcome"], given, parts) != (it_is := right.quote(case)):
            yield f"{case}: it is {it_is}"


def sums(told, right):
    """What the volumes cost by the list and by the other point price."""
    point, amount = told["scenario"]["pointPrice"]
    points = [{**rule, "amount": amount} if rule["id"] == point else rule for rule in told["pointPrices"]]
    other = List({**told, "pointPrices": points})
    for name, rules in (("proposed", right), ("scenario", other)):
        if rules.cost(told["volumes"]) != Fraction(told["scenario"][name]):
            yield f"{name}: {told['scenario'][name]}, but it is {rules.cost(told['volumes'])}"


def main():
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    counts, wrong = [0, 0, 0], 0
    for line in sys.stdin:
        told = json.loads(line)
        right = List(told)
        counts = [counts[0] + len(told["prices"]), counts[1] + len(told["cases"]), counts[2] + 2]
        for fault in [*prices(told, right), *quotes(told, right), *sums(told, right)]:
            wrong += 1
            print(f"{fault}, in {line}")
    print(f"{counts[0]} prices, {counts[1]} quotes and {counts[2]} sums checked, {wrong} wrong")
    return 1 if wrong or not all(counts) else 0


if __name__ == "__main__":
    sys.exit(main())
