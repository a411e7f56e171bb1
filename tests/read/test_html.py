"""HTML: visible text only, block by block."""

from __future__ import annotations

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Document, Profile, Source
from talentgraph.read.html import read_html

SOURCE = Source(path="ada.html", sha256="0", media_type="text/html")


def html(body: str) -> Document:
    document = read_html(f"<!doctype html><html><body>{body}</body></html>".encode(), SOURCE)
    assert isinstance(document, Document)
    return document


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


LONG = "<p>" + "Built a cache that never forgets. " * 10 + "</p>"
CHROME = [
    "<nav><a href='/'>Home</a></nav>",
    "<div role='navigation'>Home</div>",
    "<div class='breadcrumbs'>Home / People</div>",
    "<div id='cookie-banner'>We use cookies. <button>Accept</button><a>More</a></div>",
    "<div class='onetrust-pc'>Your privacy</div>",
    "<dialog open>Subscribe</dialog>",
    "<footer>© 2024 Example Pages. All rights reserved.</footer>",
    "<div role='contentinfo'>Powered by Example</div>",
]


@pytest.mark.parametrize("chrome", CHROME)
def test_what_surrounds_a_page_is_dropped(chrome: str) -> None:
    assert html(f"{chrome}<h1>Ada</h1>{LONG}{chrome}") == html(f"<h1>Ada</h1>{LONG}")


@pytest.mark.parametrize(
    "kept",
    [
        "<footer>ada@example.org, Town</footer>",
        "<header role='banner'><h1>Ada</h1></header>",
        "<div id='cookie'>Baker of the year</div>",
        "<section class='consent'>Research on informed decisions</section>",
        "<aside>Skills: R</aside>",
    ],
)
def test_what_may_be_text_is_kept(kept: str) -> None:
    assert len(html(f"{kept}{LONG}").lines) == 2


def test_a_page_that_would_be_empty_without_its_surroundings_keeps_them() -> None:
    assert html("<div role='dialog'><h1>Ada</h1><p>Cook at Acme</p></div>").text == "Ada\nCook at Acme"


PERSON = """{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Pages"}, {"@type": "Person",
 "name": "Ada Example", "jobTitle": "Cook", "email": "ada@example.org",
 "sameAs": ["https://orcid.org/0000-0002-1825-0097"],
 "worksFor": [{"@type": "Organization", "name": "Acme"}, {"@type": "OrganizationRole", "roleName": "Maid",
   "startDate": "2015", "endDate": "2017-03", "worksFor": {"@type": "Organization", "name": "Inc"}}],
 "alumniOf": {"@type": "CollegeOrUniversity", "name": "Acme University"}, "knowsAbout": ["R", {"name": "Git"}],
 "address": {"addressLocality": "Town", "addressCountry": "Land"}, "knowsLanguage": ["English"], "award": "Gold"}]}"""


def test_a_page_without_text_is_read_from_its_json_ld() -> None:
    page = f"<!doctype html><script type='application/ld+json'>{PERSON}</script><div id=app>Loading</div>"
    profile = read_html(page.encode(), SOURCE)
    assert isinstance(profile, Profile)
    assert (profile.basics.name, profile.basics.label, profile.basics.location) == ("Ada Example", "Cook", "Town, Land")
    assert profile.basics.orcid == "https://orcid.org/0000-0002-1825-0097"
    assert [(work.name, work.position, work.start_date, work.end_date) for work in profile.work] == [
        ("Acme", "Cook", None, None), ("Inc", "Maid", "2015", "2017-03"),
    ]  # fmt: skip
    assert [school.institution for school in profile.education] == ["Acme University"]
    assert profile.skills[0].keywords == ("R", "Git")
    assert (profile.languages[0].language, profile.awards[0].title) == ("English", "Gold")
    start, end = profile.work[1].evidence["name"][0]
    assert profile.text[start:end] == "Inc"


def test_a_page_without_text_is_read_from_its_microdata() -> None:
    page = (
        "<body itemscope itemtype='https://schema.org/Person'><meta itemprop='name' content='Ada Example'>"
        "<div itemprop=worksFor itemscope itemtype='https://schema.org/Organization'><b itemprop=name>Acme</b></div>"
    )
    profile = read_html(page.encode(), SOURCE)
    assert isinstance(profile, Profile)
    assert (profile.basics.name, profile.work[0].name) == ("Ada Example", "Acme")
    start, end = profile.work[0].evidence["name"][0]
    assert profile.text[start:end] == "Acme"


@pytest.mark.parametrize(
    "script",
    [PERSON.replace("Person", "Recipe"), PERSON[:-5], "[" * 5000, f"[{PERSON},{PERSON}]", '{"@type": "Person"}'],
)
def test_other_data_does_not_make_a_profile(script: str) -> None:
    page = f"<html><script type='application/ld+json'>{script}</script><p>Ada</p>"
    assert isinstance(read_html(page.encode(), SOURCE), Document)


def test_visible_text_wins_over_data() -> None:
    page = f"<html><script type='application/ld+json'>{PERSON}</script>{LONG}"
    assert isinstance(read_html(page.encode(), SOURCE), Document)


@pytest.mark.parametrize(
    "data",
    [
        "<html><meta charset='iso-8859-2'><p>Łódź</p>".encode("iso-8859-2"),
        "<html><p>Łódź</p>".encode(),
        "<html><p>Łódź</p>".encode("utf-8-sig"),
        "<html><p>Łódź</p>".encode("utf-16"),
        "<html><meta charset='nonsense'><p>Łódź</p>".encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    document = read_html(data, SOURCE)
    assert isinstance(document, Document)
    assert document.text == "Łódź"
