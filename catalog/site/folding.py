"""The environment of our templates, made fast: what is the same on every page is worked out once.

Owns three savings that change no byte. Words and addresses that a template names literally are put in when it is
compiled. Imported macros are made once an environment, not once a page. A part drawn from equal values is drawn once
(`once`). Refuses what would need to know the catalog.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import markupsafe
from jinja2 import Environment, Template, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from jinja2.environment import TemplateModule
    from jinja2.runtime import Context, Macro

# Text to escaped text. The public function wraps every result in an object, which takes a third of a page's time; a
# release of the library without the bare one is merely slower.
escape_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)

_FUNCTIONS = ("_", "_html", "url", "counted", "counted_html", "once")
"""Functions that look at nothing but their values. Called as filters, they go without Jinja's look at each call, and a
call with literal values is worked out when the template is compiled."""

_PARTS = 2048
"""Drawn parts that are held; entries of the same kind share most of theirs."""


def escaped(value: object) -> str:
    """The value as HTML text; markup stays as it is."""
    if type(value) is str:
        return escape_text(value)
    return str(value.__html__()) if hasattr(value, "__html__") else escape_text(str(value))


class FoldingTemplate(Template):
    """A template whose output is escaped without wrapping each piece, and whose macros are made once."""

    @classmethod
    def _from_namespace(
        cls,
        environment: Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],  # noqa: A002
    ) -> Template:
        namespace["escape"] = escaped
        # Each page copies them, and a dict is copied in a tenth of the time of Jinja's chain of two.
        return super()._from_namespace(environment, namespace, dict(globals))

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 -- as Jinja's
        """Jinja asks anew for each page whether the page has globals of its own; ours never have."""
        return super()._get_default_module()


class FoldingEnvironment(Environment):
    """An environment without reloading, whose globals are complete before the first template is asked for."""

    template_class = FoldingTemplate

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- those of Jinja
        super().__init__(**options)
        self._known: dict[str, Template] = {}
        self.globals["once"] = once()
        # Views have attributes alone, so Jinja's second question, whether there is a key of that name, is left out.
        vars(self)["getattr"] = getattr

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        """As Jinja's, without its questions about each template that it has loaded already."""
        if isinstance(name, Template) or globals is not None:
            return super().get_template(name, parent, globals)
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = super().get_template(name, parent)
        return found

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        known = {function for function in _FUNCTIONS if function in self.globals}
        self.filters |= {f"{function}()": self.globals[function] for function in known}
        _Folded(known).visit(tree)
        return tree


class _Folded(NodeTransformer):
    """Makes filters of calls like `_("Filters")`."""

    def __init__(self, known: set[str]) -> None:
        self._known = known

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 -- Jinja's own naming
        """A call of a known function; the first value is what is filtered."""
        self.generic_visit(node)
        name = node.node.name if isinstance(node.node, nodes.Name) else None
        if name not in self._known or not node.args:
            return node
        first, *rest = node.args
        return nodes.Filter(
            first, f"{name}()", rest, node.kwargs, node.dyn_args, node.dyn_kwargs, lineno=node.lineno
        )


def once() -> Callable[..., Markup]:
    """A function that draws `macro(*values)`, the first time that these values come.

    The values have to be all that the macro looks at, besides what is the same throughout a build; they are frozen, so
    that they can be compared. The macro has to be an imported one, which is made once.
    """

    @functools.lru_cache(_PARTS)
    def drawn(macro: Macro, *values: object) -> Markup:
        return Markup(macro(*values))  # noqa: S704 -- made by an escaping environment

    return drawn
