"""Large price submissions, written row by row: the contract in XML and JSON, and Värmland's layout; right or faulty."""
import json
import pathlib
import shutil
from xml.sax.saxutils import escape

HEADER = {"region": "uppsala", "organisationNumber": "232100-0024", "year": 2023, "created": "2022-10-14T08:30:00Z",
          "currency": "SEK"}
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
UNITS = ("medicin", "lung", "kirurgi", "ortopedi", "urologi", "kvinno", "ogon", "oron", "onkologi", "hud")
# What the contract's deliveries say beside the services: DRG at one hospital, and nothing to sell at the other.
TARIFF = {"provider": "akademiska", "typesOfCare": ["01", "02"]}
NOTHING_SOLD = {"what": "hospital", "provider": "enkoping", "reason": "Säljer ingen vård"}
BESIDE = 2


def medical_fields(region):
    """The first medical field of each unit of a region, by the unit's id."""
    hospitals = json.loads((ROOT / "Regions" / f"{region}.json").read_text())["hospitals"]
    units = [unit for hospital in hospitals for unit in hospital["units"]]
    return {unit["id"]: unit["medicalFieldCodes"][0] for unit in units if unit.get("medicalFieldCodes")}


FIELDS = medical_fields("uppsala")

# What is made wrong, in turn: code of the finding, field, and what stands there instead (None: the field is gone).
FAULTS = 4 * [("amount-not-a-number", "amount", "4 1200 kr")] + 2 * [("amount-negative", "amount", "-1500.00")] + 2 * [
    ("unknown-measure", "measure", "Påhittat")] + [("code-malformed", "code", "å-{}"), ("missing-field", "text", None)]


def service(number):
    """The care service of that number; each has a line of its own in the price list."""
    unit = UNITS[number % len(UNITS)]
    return {
        "provider": "akademiska", "unit": unit, "medicalFieldCode": FIELDS[unit],
        "text": f"Läkarbesök på mottagning, grupp {number}", "code": f"S{number:07}", "measure": "doctorVisit",
        "typeOfCare": f"0{1 + number // 7 % 2}", "careLevel": str(1 + number % 4), "productCategory": "03",
        "amount": f"{500 + number % 90_000}.00"}


class CanonicalXML:
    """The contract in XML, a record a line."""
    region, encoding, folder = "uppsala", "utf-8", None
    order = ("provider", "unit", "medicalFieldCode", "code", "text", "measure", "typeOfCare", "careLevel",
             "productCategory", "amount")

    def head(self):
        attributes = " ".join(f'{name}="{value}"' for name, value in HEADER.items())
        return ('<?xml version="1.0" encoding="UTF-8"?>\n'
                f'<priceSubmission xmlns="urn:samverkan:price-submission:1" {attributes}>\n'
                "<drgTariff>" + self.texts(TARIFF) + "</drgTariff>\n"
                "<notApplicable>" + self.texts(NOTHING_SOLD) + "</notApplicable>\n")

    def line(self, fields, is_last):
        return f"<careService>{self.texts({name: fields[name] for name in self.order if name in fields})}</careService>\n"

    def texts(self, fields):
        words = {name: " ".join(value) if isinstance(value, list) else value for name, value in fields.items()}
        return "".join(f"<{name}>{escape(text)}</{name}>" for name, text in words.items())

    def foot(self):
        return "</priceSubmission>\n"

    def column(self, line, field, value):
        """Where a field's text begins, in characters from 1; where the record begins when the field is gone."""
        return 1 if value is None else line.index(f"<{field}>") + len(field) + 3


class CanonicalJSON:
    """The contract in JSON, a record a line."""
    region, encoding, folder = "uppsala", "utf-8", "json"

    def head(self):
        beside = {"drgTariffs": [TARIFF], "notApplicable": [NOTHING_SOLD]}
        return json.dumps(HEADER | beside, ensure_ascii=False)[:-1] + ',\n"careServices": [\n'

    def line(self, fields, is_last):
        return json.dumps(fields, ensure_ascii=False) + ("\n" if is_last else ",\n")

    def foot(self):
        return "]}\n"

    def column(self, line, field, value):
        return 1 if value is None else line.index(f'"{field}": "') + len(field) + 6


class Varmland:
    """Värmland's own layout: Swedish names, ISO-8859-1, decimal comma."""
    region, encoding, folder = "varmland", "iso-8859-1", None
    names = {"code": "Kod", "text": "Benämning", "medicalFieldCode": "MVO", "measure": "Enhet",
             "typeOfCare": "Vårdform", "careLevel": "Vårdnivå", "amount": "Pris"}
    words = {"01": "Öppen vård", "02": "Sluten vård", "doctorVisit": "Läkarbesök"}

    def head(self):
        return ('<?xml version="1.0" encoding="ISO-8859-1"?>\n<Prislista år="2023" region="Region Värmland" '
                'orgnr="232100-0156" skapad="2022-10-14T08:30:00Z" valuta="SEK" test="nej">\n<Klinik '
                'sjukhus="Centralsjukhuset i Karlstad" namn="Kirurgkliniken">\n')

    def line(self, fields, is_last):
        texts = {name: self.words.get(value, value) for name, value in fields.items()}
        texts["medicalFieldCode"] = "301"  # everything is at one clinic
        if "amount" in texts:
            texts["amount"] = texts["amount"].replace(".", ",")
        inside = "".join(f"<{own}>{escape(texts[name])}</{own}>" for name, own in self.names.items() if name in texts)
        return f"<Vårdtjänst>{inside}</Vårdtjänst>\n"

    def foot(self):
        return "</Klinik>\n</Prislista>\n"

    def column(self, line, field, value):
        return 1 if value is None else line.index(f"<{self.names[field]}>") + len(self.names[field]) + 3


def write(path, layout, count, fault_every=None):
    """Writes a delivery of so many services; gives the (code, line, column) of each fault in it."""
    expected = []
    with open(path, "w", encoding=layout.encoding, newline="\n") as file:
        head = layout.head()
        file.write(head)
        first = head.count("\n") + 1
        for number in range(count):
            fields = service(number)
            fault = None
            if fault_every and number % fault_every == fault_every - 1:
                fault = code, field, value = FAULTS[len(expected) % len(FAULTS)]
                value = value and value.format(number)
                fields = {name: value if name == field else text for name, text in fields.items()}
                fields = {name: text for name, text in fields.items() if text is not None}
            line = layout.line(fields, number == count - 1)
            if fault:
                expected.append((code, first + number, layout.column(line, field, value)))
            file.write(line)
        file.write(layout.foot())
    return expected


def rules_for(layout, root, place):
    """Settings for a layout: Uppsala delivers the contract in XML; for JSON its descriptor is changed in a copy."""
    if layout.folder != "json":
        return {}
    folder = pathlib.Path(place) / "regions-json"
    if not folder.exists():
        shutil.copytree(root / "Regions", folder)
        file = folder / "uppsala.json"
        descriptor = json.loads(file.read_text(encoding="utf-8"))
        descriptor["feeds"][0]["format"] = "json"
        file.write_text(json.dumps(descriptor, ensure_ascii=False), encoding="utf-8")
    return {"SAMVERKAN_REGIONS": str(folder)}
