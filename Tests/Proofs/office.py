"""What the office does with a list once its deliveries are there, up to its publication and its correction."""
import re

from gateway import require

PERSONS = {"SAMVERKAN_PERSONS": "anna=Anna Ek,bo=Bo Alm"}


def new_key(gateway, folder, name="nyckel", **clock):
    """Makes a key; gives the files of its private and its public half."""
    private, public = folder / f"{name}.pem", folder / f"{name}.pub"
    made = gateway.run("keys", "new", "--by", "anna", "--file", private, *moment(**clock), codes={0})
    key = re.search(r"--pem (\S+)", made.out)[1]
    public.write_text(gateway.run("keys", "list", "--pem", key, codes={0}).out)
    return private, public


def adopt(gateway, number="SN 2022-0031", day="2022-12-02", valid_from="2023-01-01", **clock):
    """From the draft to an adopted list: everything noteworthy is acknowledged by its code."""
    built = gateway.run("build", "--examples", "1", *moment(**clock), codes={0, 1})
    if codes := warnings(built):
        gateway.run("acknowledge", *codes, "--by", "anna", "--reason", "Stämt av", *moment(**clock), codes={0})
    gateway.run("propose", "2023", "--by", "anna", *moment(**clock), codes={0})
    gateway.run("adopt", "2023", "--by", "bo", "--number", number, "--paragraph", "47", "--date", day, "--valid-from",
                valid_from, "--now", f"{day}T12:00:00Z", codes={0})


def warnings(built):
    """The codes of the warnings that a build told."""
    codes = sorted({line.split()[1] for line in built.out.splitlines() if line.startswith("VARNING")})
    require(all(re.fullmatch(r"[a-z0-9-]+", code) for code in codes), f"koder: {codes}")
    return codes


def moment(now=None):
    """The option that sets the clock; none for the clock of the settings."""
    return ("--now", now) if now else ()
