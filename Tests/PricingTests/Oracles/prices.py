#!/usr/bin/env python3
"""Checks prices against exact fractions.

Reads lines `weight point mode unit price` on standard input, for example
`1.210 46371.00 halfAwayFromZero krona 56109.00`. Says every price that is wrong, and how many of the prices are zero, of
10^12 kr and more, and ties; exits 1 if there is a wrong one, or none of some kind.
"""

import sys
from fractions import Fraction

MODES = ("halfAwayFromZero", "halfEven")
UNITS = {"krona": 1, "öre": 100}  # of a krona


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


def exact(weight, point, unit):
    """The price in units, before rounding."""
    return Fraction(weight) * Fraction(point) * UNITS[unit]


def price(weight, point, mode, unit):
    """Kronor with two decimals."""
    ore = rounded(exact(weight, point, unit), mode) * 100 // UNITS[unit]
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def main():
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    count = wrong = 0
    kinds = dict.fromkeys(["zero", "of 10^12 kr and more", *(f"ties of {mode} {unit}" for mode in MODES for unit in UNITS)], 0)
    for line in sys.stdin:
        weight, point, mode, unit, given = line.split()
        right = price(weight, point, mode, unit)
        count += 1
        kinds["zero"] += Fraction(right) == 0
        kinds["of 10^12 kr and more"] += Fraction(right) >= 10**12
        kinds[f"ties of {mode} {unit}"] += exact(weight, point, unit).denominator == 2
        if right != given:
            wrong += 1
            print(f"{weight} x {point}, {mode}, {unit}: {given}, but it is {right}")
    print("; ".join(f"{number} {kind}" for kind, number in kinds.items()))
    print(f"{count} prices checked, {wrong} wrong")
    return 1 if wrong or not all(kinds.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
