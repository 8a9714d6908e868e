#!/usr/bin/env python3
"""Checks prices against exact fractions.

Reads lines `weight point mode unit price` on standard input, for example
`1.210 46371.00 halfAwayFromZero krona 56109.00`. Says every price that is wrong; exits 1 if there is one, or if there
was nothing to check.
"""

import sys
from fractions import Fraction


def rounded(value, mode):
    """The whole number nearest to a fraction; ties by the mode."""
    whole = value.numerator // value.denominator
    rest = value - whole
    if rest != Fraction(1, 2):
        return whole + (rest > Fraction(1, 2))
    if mode == "halfEven":
        return whole + whole % 2
    if mode == "halfAwayFromZero":
        return whole + (value > 0)
    raise ValueError(f"unknown mode {mode}")


def price(weight, point, mode, unit):
    """Kronor with two decimals."""
    ore_per_unit = {"krona": 100, "öre": 1}[unit]
    ore = rounded(Fraction(weight) * Fraction(point) * 100 / ore_per_unit, mode) * ore_per_unit
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def main():
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    count = wrong = 0
    for line in sys.stdin:
        weight, point, mode, unit, given = line.split()
        right = price(weight, point, mode, unit)
        count += 1
        if right != given:
            wrong += 1
            print(f"{weight} x {point}, {mode}, {unit}: {given}, but it is {right}")
    print(f"{count} prices checked, {wrong} wrong")
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main())
