"""What a page of the preview says of findings, and the script that reloads it.

Owns the markup, which needs nothing of the theme: the theme may be what is wrong. Everything from files is escaped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from catalog.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.findings import Finding

_SHOWN = 8
_BARE = b"<!doctype html><html lang=en><meta charset=utf-8><title>Preview</title><body></body></html>"
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_SCRIPT = Markup("""\
<script>(function(){{var at="{version}",source=new EventSource("/~live");
source.onmessage=function(event){{if(event.data!==at)location.reload()}};
addEventListener("pagehide",function(){{source.close()}})}})()</script>""")
_PANEL = Markup("""\
<aside id="aps-live" role="alert" dir="ltr" lang="en"><style>
#aps-live{{position:fixed;z-index:99;inset:auto 1rem 1rem 1rem;max-height:50vh;overflow:auto;padding:1rem 1.2rem;\
border:2px solid #b3261e;border-radius:8px;background:#fff;color:#1b1b1f;font:15px/1.5 system-ui,sans-serif;\
box-shadow:0 8px 32px #0006}}
#aps-live h2{{margin:0 0 .4rem;font-size:1rem;font-weight:700;color:#b3261e}}
#aps-live.only{{border-color:#8a6100}}#aps-live.only h2{{color:#6b4b00}}
#aps-live ul{{margin:0;padding:0;list-style:none}}#aps-live li{{margin:.4rem 0}}
#aps-live code,#aps-live pre{{font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;background:none;color:inherit}}
#aps-live small{{display:block;color:#444}}
</style>{content}</aside>""")


def overlay(
    page: bytes | None, version: int, findings: Iterable[Finding], slug: str = "", broken: str = ""
) -> bytes:
    """A page with what is wrong on top: every error, and on the page of an entry (`slug`) its warnings.

    `broken` is what the theme or a hand-written page does wrong. Without a page there is one that shows nothing else.
    """
    content, wrong = _content(list(findings), slug, broken)
    panel = _PANEL.format(content=content) if content else Markup()
    if content and not wrong:
        panel = panel.replace("<aside", Markup('<aside class="only"'), 1)
    extra = (panel + _SCRIPT.format(version=version)).encode()
    whole = _POLICY.sub(b"", page or _BARE, count=1)  # It would refuse the script that is put in here.
    before, end, after = whole.rpartition(b"</body>")
    return before + extra + end + after if end else whole + extra


def _content(findings: list[Finding], slug: str, broken: str) -> tuple[Markup, bool]:
    """The panel's content, and whether something has to be mended."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    own = [finding for finding in findings if slug and f"/{slug}/" in finding.path and finding not in errors]
    content = Markup()
    if broken:
        content += Markup("<h2>The site cannot be drawn as it stands</h2><pre>{}</pre>").format(broken)
    if errors:
        content += _listed("The check found errors; what was right before stays on show", errors)
    if own:
        content += _listed("What the check says of this entry", own)
    return content, bool(broken or errors)


def _listed(title: str, findings: list[Finding]) -> Markup:
    rows = Markup().join(map(_row, findings[:_SHOWN]))
    more = len(findings) - _SHOWN
    rest = Markup("<li>and {} more</li>").format(more) if more > 0 else ""
    return Markup("<h2>{}</h2><ul>{}{}</ul>").format(title, rows, rest)


def _row(finding: Finding) -> Markup:
    place = f"{finding.path}:{finding.span.line}:{finding.span.column}"
    return Markup("<li><code>{}</code> <b>{}</b> {}<small>{}</small></li>").format(
        place, finding.code, finding.message, finding.help
    )
