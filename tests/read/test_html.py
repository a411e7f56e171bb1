"""HTML: visible text only, block by block."""

from __future__ import annotations

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Document, Source
from talentgraph.read.html import read_html

SOURCE = Source(path="ada.html", sha256="0", media_type="text/html")


def html(body: str) -> Document:
    return read_html(f"<!doctype html><html><body>{body}</body></html>".encode(), SOURCE)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Acme\n  <b>Labs</b>, <i>Engineer</i></p><div>2020</div>", "Acme Labs, Engineer\n2020"),
        ("<span>R</span> <span>Git</span><span>Python</span>", "R\tGit\tPython"),
        ("<b>Java</b><b>Script</b>", "JavaScript"),
        ("from <span>2019</span> to <span>2020</span>", "from 2019 to 2020"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<table><tr><th>2020</th><td>Gold<br>of Acme</td></tr></table>", "2020\tGold\nof Acme"),
        ("<div>Acme<div class='pull-right'>Ada Town</div></div>", "Acme\tAda Town"),
        ("<p>shown</p><p hidden>not</p><p style='display: none'>not</p><script>not()</script>", "shown"),
        (
            "<p>shown</p><style>not{}</style><template>not</template><!-- not --><span class='sr-only'>not</span>",
            "shown",
        ),
        ("<p>AT&amp;T &lt;b&gt; &#233;</p>", "AT&T <b> é"),
        ("<p>unclosed <b>bold<p>next", "unclosed bold\nnext"),
    ],
)
def test_visible_text(body: str, text: str) -> None:
    assert html(body).text == text


def test_headings_lists_and_links() -> None:
    document = html(
        "<h1>Ada</h1><h2>Work</h2><ul><li>one<ul><li>two</li></ul></li><li><p>three</p></li></ul>"
        "<ol><li><h3>Acme</h3><div>2020</div></li></ol><a href='https://example.com'>page</a>"
    )
    assert document.text.split("\n") == ["Ada", "Work", "one", "two", "three", "Acme", "2020", "page"]
    assert [line.heading for line in document.lines] == [1, 2, 0, 0, 0, 3, 0, 0]
    assert [line.bullet for line in document.lines] == [False, False, True, True, True, False, False, False]
    assert [line.level for line in document.lines][2:5] == [0, 1, 0]
    assert [(style.kind, style.href) for style in document.styles] == [("link", "https://example.com")]


def test_entries_that_repeat_have_gaps() -> None:
    entry = "<div class='job'><div>Acme</div><div>2020</div></div>"
    assert [line.gap for line in html(entry * 2).lines] == [False, False, True, False]


def test_deep_nesting_is_no_trouble() -> None:
    assert html("<div>" * 5000 + "Ada" + "</div>" * 5000).text == "Ada"


@pytest.mark.parametrize("body", ["", "<script>x</script>", "<p>&nbsp;</p>"])
def test_a_page_that_shows_nothing(body: str) -> None:
    with pytest.raises(ReadError, match="holds no text"):
        html(body)
