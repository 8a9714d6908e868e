"""The system calls that a program makes, as strace tells them."""
import dataclasses
import re


@dataclasses.dataclass
class Call:
    """A system call: the paths in it, what it gave, and the lines of the trace where it began and ended."""
    name: str
    paths: list
    result: str
    began: int
    ended: int


def strace(file, *what):
    """The words that go before a program to trace it and its threads into a file."""
    return ["strace", "-f", "-qq", "-y", "-o", str(file), *(word for each in what for word in ("-e", each))]


def calls(file):
    """The calls of a trace that ended; one that another thread interrupts stands on two lines."""
    begun, made = {}, []
    for number, line in enumerate(file.read_text(errors="replace").splitlines()):
        thread, _, text = line.partition(" ")
        text, began = text.strip(), number
        if text.endswith("<unfinished ...>"):
            begun[thread] = number, text.removesuffix("<unfinished ...>")
            continue
        if text.startswith("<... "):
            began, start = begun.pop(thread)
            text = start + text.partition("resumed>")[2]
        if found := re.fullmatch(r"(\w+)\((.*)\)\s+= (.*)", text):
            name, words, result = found.groups()
            paths = re.findall(r'"([^"]*)"', words) if name.startswith(("rename", "mkdir")) else re.findall(
                r"\d<([^>]*)>", words)[:1]
            made.append(Call(name, paths, result, began, number))
    return made
