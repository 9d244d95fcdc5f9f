"""A page's own text: every visible word in order, one line a block, nothing run or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

_HIDDEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "select",
        "datalist",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "iframe",
        "label",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "video",
    ]
)
_PARAGRAPHS = frozenset(
    [
        "p",
        "div",
        "article",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "table",
        "blockquote",
        "figure",
        "header",
        "footer",
        "aside",
        "nav",
    ]
)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")


def parsed(markup: str) -> etree._Element | None:
    """Return the tree of a page, or None when there is none to be made of it."""
    # An encoding named in the page is that of its bytes; here it is text already.
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup).replace("\x00", "")
    parser = lxml_html.HTMLParser(
        encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def text_view(tree: etree._Element) -> str:
    """Return the text of a page: blocks on lines of their own, white space as a browser shows it.

    >>> text_view(parsed("<p>One <b>two</b></p><script>x()</script><p>three</p>"))
    'One two\\n\\nthree'
    """
    lines: list[str] = [""]
    for piece in _pieces(tree):
        if piece == "\n" or piece == "\n\n":
            if lines[-1].strip():
                lines.append("")
            if piece == "\n\n" and len(lines) > 1 and (len(lines) < 2 or lines[-2] != ""):
                lines.append("")
        else:
            lines[-1] += piece
    tidy = [_SPACE.sub(" ", line).strip(" ") for line in lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(tidy)).strip("\n")


def xml_text(markup: str) -> str:
    """Return the text of an XML document whose tags are not a page's, or ``markup`` itself."""
    tree = parsed(markup)
    return markup if tree is None else "".join(tree.itertext()).strip("\n")


def _pieces(tree: etree._Element) -> Iterator[str]:
    """Yield text and breaks in document order, without recursion: depth is the page's to choose."""
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            hidden += tag in _HIDDEN
            if not hidden:
                yield from _break(tag)
                yield _SPACE.sub(" ", element.text or "")
        else:
            if not hidden:
                yield from _break(tag)
            hidden -= tag in _HIDDEN
            if not hidden:
                yield _SPACE.sub(" ", element.tail or "")


def _break(tag: str) -> Iterator[str]:
    if tag in _PARAGRAPHS:
        yield "\n\n"
    elif tag in _BLOCKS:
        yield "\n"
    elif tag == "td":
        yield " "
