"""The junit format: one test case a finding, a suite a file, which test views of CI systems read.

Errors are failures; warnings and notes pass and carry their text as output. A run without findings is one passed case.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from catalog.findings import Severity, count

if TYPE_CHECKING:
    from catalog.findings import Finding

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def as_junit(findings: list[Finding], entries: int) -> str:
    """An XML document; ends with a line end."""
    root = ET.Element("testsuites", name="aps-catalog", failures=str(count(findings, Severity.ERROR)))
    for path, group in groupby(findings, key=lambda finding: finding.path):
        some = list(group)
        failures = str(count(some, Severity.ERROR))
        suite = ET.SubElement(root, "testsuite", name=_clean(path), tests=str(len(some)), failures=failures)
        for finding in some:
            _case(suite, finding)
    if not findings:
        suite = ET.SubElement(root, "testsuite", name="entries", tests="1", failures="0")
        ET.SubElement(suite, "testcase", classname="entries", name=f"{entries} entries without a finding")
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _case(suite: ET.Element, finding: Finding) -> None:
    span = finding.span
    name = f"{finding.code} at {span.line}:{span.column}"
    case = ET.SubElement(suite, "testcase", classname=_clean(finding.path), name=name)
    place = f"{finding.path}:{span.line}:{span.column}"
    text = f"{place}: {finding.severity}[{finding.code}] {finding.message}\n{finding.help}"
    if finding.severity is Severity.ERROR:
        failure = ET.SubElement(case, "failure", type=finding.code, message=_clean(finding.message))
        failure.text = _clean(text)
    else:
        ET.SubElement(case, "system-out").text = _clean(text)


def _clean(text: str) -> str:
    """The text with characters that XML cannot hold written as escapes."""
    return _NOT_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
