"""A personal identity number in a delivery: the version is held, nothing repeats the number, nobody gets the bytes."""
import re
import urllib.error
import urllib.request

from gateway import Gateway, regions, require, serving

FAULT, REGION = "personal-identity-number", "varmland"


def prove(job):
    gateway = Gateway(job.program, job.folder / "data")
    outputs = []
    with regions(job.program, job.ports, "--fault", f"{REGION}={FAULT}") as addresses:
        gateway.settings = addresses
        gateway.open_last_year(job.folder)
        address = addresses["SAMVERKAN_VARMLAND_URL"] + "/prislista"
        numbers = re.findall(rb"\b\d{6,8}[-+ ]?\d{4}\b", urllib.request.urlopen(address).read())
        number, = {found for found in numbers if is_personal(found)}
        outputs.append(gateway.run("fetch", "--region", REGION, codes={1}))
        (fingerprint, verdict), = gateway.rows(
            "SELECT fingerprint, verdict FROM version JOIN examination ON version.id = examination.version"
            " WHERE kind = 'price-list'")
        require(verdict == "held", f"versionen är {verdict}, inte kvarhållen")
        outputs += [gateway.run("status", codes={1}), gateway.run("build", "--out", job.folder / "out", codes={1})]
        file = job.folder / "delivery.xml"
        urllib.request.urlretrieve(address, file)
        for form in ("text", "json"):
            outputs.append(gateway.run(
                "check", file, "--region", REGION, "--kind", "price-list", "--format", form, codes={1}))
    pages = over_http(job, gateway, fingerprint)
    texts = [ended.out.encode() + ended.err.encode() for ended in outputs] + pages
    texts += [path.read_bytes() for path in gateway.data.glob("*.sqlite*")]
    texts += [path.read_bytes() for path in (job.folder / "out").iterdir()]
    for text in texts:
        require(not any(form in text for form in forms(number)), "numret står i: " + str(text[:80]))
    return f"kvarhållen; numret finns varken i databasen eller i {len(texts)} utskrifter, filer och svar; råbyten nekas"


def over_http(job, gateway, fingerprint):
    """What the server tells of the version; its raw bytes are refused."""
    base = f"http://127.0.0.1:{job.ports + 50}/v1/regions/{REGION}/feeds/price-list/versions"
    told = []
    with serving(gateway, job.ports + 50):
        for address in (base, f"{base}/{fingerprint}", f"{base}/{fingerprint}/report"):
            told.append(urllib.request.urlopen(address).read())
        try:
            urllib.request.urlopen(f"{base}/{fingerprint}/raw").read()
            require(False, "råbyten lämnades ut")
        except urllib.error.HTTPError as refused:
            require(refused.code in (403, 409, 451), f"råbyten: {refused.code}")
            told.append(refused.read())
    return told


def is_personal(text):
    """Whether the digits have the check digit of a personal identity number and a month and day."""
    digits = [int(character) for character in re.sub(rb"\D", b"", text)[-10:].decode()]
    total = sum(sum(divmod(digit * (2 - place % 2), 10)) for place, digit in enumerate(digits))
    month, day = digits[2] * 10 + digits[3], digits[4] * 10 + digits[5]
    return total % 10 == 0 and 1 <= month <= 12 and 1 <= day <= 31


def forms(number):
    """The number as delivered, and its ten digits with and without hyphen."""
    digits = re.sub(rb"\D", b"", number)[-10:]
    return {number, digits, digits[:6] + b"-" + digits[6:]}
