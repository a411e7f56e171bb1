"""The pages in a real Chromium, with the network watched."""

from __future__ import annotations

from pathlib import Path

import pytest
from draw.hostile import ADA, HOSTILE, hostile_rows
from draw.sample import choose

from talentgraph.draw import explorer, pyvis_view, write_pyvis
from talentgraph.model import Node
from talentgraph.schema import LABELS

pytestmark = pytest.mark.chromium
AXE = Path(__file__).parents[2] / "viz" / "node_modules" / "axe-core" / "axe.min.js"


def test_search_folds_accents_and_selects(load, address):
    page = load(address)
    page.fill("#search", "jiri v")
    assert page.locator("#search-found li").first.text_content().startswith("Jiří Vzorek")
    page.keyboard.press("Enter")
    assert page.locator(".panel h2").text_content() == "Jiří Vzorek"
    assert "node=person" in page.url


def test_search_finds_aliases_by_keyboard_alone(load, address):
    page = load(address)
    page.keyboard.press("/")
    page.keyboard.type("a. exam")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator(".panel h2").text_content() == "Ada Exämple"
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_the_legend_hides_a_kind_and_says_so(load, address):
    page = load(address)
    people = page.locator('.legend [data-kind="Technology"]')
    assert people.get_attribute("aria-pressed") == "true"
    before = page.locator(".stage").screenshot()
    people.click()
    assert page.locator('.legend [data-kind="Technology"]').get_attribute("aria-pressed") == "false"
    assert page.locator("body > [role=status]").text_content() == "Technologies hidden"
    assert page.locator(".stage").screenshot() != before
    assert "hide=Technology" in page.url


def test_the_panel_shows_the_career_and_the_sentence_behind_it(load, address):
    page = load(address)
    choose(page, "ada ex")
    stint = page.locator(".timeline li").first
    assert "Systems Engineer" in stint.text_content()
    quote = stint.locator("blockquote")
    assert not quote.is_visible()
    stint.locator("summary").click()
    assert "<b>storage</b> & networks" in quote.text_content()
    assert stint.locator("mark").all_text_contents()[-1] == "Systems Engineer"
    assert "0.pdf · page 1" in stint.locator("figcaption").text_content()
    assert "sure, 93 %" in stint.locator("figcaption").text_content()


def test_a_click_on_a_dot_opens_it_and_the_ground_closes_it(load, address):
    page = load(address)
    at = page.evaluate("id => talentgraph.at(id)", ADA)
    box = page.locator(".stage").bounding_box()
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    page.locator(".panel h2", has_text="Ada Exämple").wait_for()
    page.wait_for_timeout(400)  # two clicks in a third of a second are a double click, which zooms
    page.mouse.click(box["x"] + box["width"] - 20, box["y"] + 20)
    page.locator(".panel h2", has_text="Twelve careers").wait_for()


def test_arrow_keys_walk_the_picture(load, address):
    page = load(address)
    page.focus(".stage")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    spoken = page.locator("body > [role=status]").text_content()
    page.keyboard.press("Enter")
    assert spoken.startswith(page.locator(".panel h2").text_content())


SEEN = """id => {
    const { x, y } = talentgraph.at(id), { width, height } = document.querySelector(".stage").getBoundingClientRect();
    return x >= 0 && y >= 0 && x <= width && y <= height;
}"""


def seen(page, id_: str) -> bool:
    """Whether the dot stands in the picture, when the camera has come to rest."""
    page.wait_for_timeout(500)
    return page.wait_for_function(SEEN, arg=id_, timeout=20_000)


def test_what_is_chosen_is_in_the_picture(load, address):
    page = load(address)
    choose(page, "ada ex")
    assert seen(page, ADA)
    page.click(".acts >> text=1 step")
    assert seen(page, ADA)
    assert seen(load(page.url), ADA)
    way = load(address + "#path=%5B%22person%2Fbea-muster%22%2C%22person%2Fgus-model%22%5D")
    assert seen(way, "person/bea-muster")
    assert seen(way, "person/gus-model")


def test_arrow_keys_stay_in_the_picture(load, address):
    page = load(address)
    page.focus(".stage")
    for _ in range(3):
        page.keyboard.press("+")
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert seen(page, page.evaluate("new URLSearchParams(location.hash.slice(1)).get('node')"))


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("acme", "Worked here"),
        ("northlake", "Studied here"),
        ("sysconf", "Publications"),
        ("ceph", "People"),
        ("on the 3th", "Authors"),
    ],
)
def test_every_kind_has_a_panel(load, address, name, section):
    page = load(address)
    choose(page, name)
    assert page.locator(".panel h3", has_text=section).count() == 1


def test_lists_sort_filter_and_open(load, address):
    page = load(address)
    page.click('.views [data-view="table"]')
    page.click('.tabs [data-kind="Person"]')
    page.click("thead button:has-text('Papers')")
    papers = [int(text) for text in page.locator("tbody td:nth-child(5)").all_text_contents()]
    assert papers == sorted(papers, reverse=True)
    page.fill(".table input", "muster")
    assert page.locator("tbody tr").count() == 1
    page.click("tbody th button")
    assert page.locator(".panel h2").text_content() == "Bea Muster"


def test_the_address_restores_the_view(load, address):
    page = load(address)
    page.click('.legend [data-kind="Venue"]')
    choose(page, "gus model")
    again = load(page.url)
    assert again.locator(".panel h2").text_content() == "Gus Model"
    assert again.locator('.legend [data-kind="Venue"]').get_attribute("aria-pressed") == "false"
    page.go_back()
    page.locator(".panel h2", has_text="Twelve careers").wait_for()


def test_the_picture_is_saved_as_png(load, address):
    page = load(address)
    with page.expect_download() as download:
        page.click("text=PNG")
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) > 20_000


def test_without_webgl_the_lists_and_the_panel_work(load, address):
    page = load(address, before="HTMLCanvasElement.prototype.getContext = () => null")
    assert page.locator(".notice").is_visible()
    page.click("tbody th button")
    assert page.locator(".timeline li").count() > 0


@pytest.mark.parametrize("size", [(1400, 900), (390, 844)])
def test_hostile_texts_run_nothing_and_are_text(load, tmp_path, size):
    target = tmp_path / "hostile.html"
    target.write_text(explorer(*hostile_rows(), title=HOSTILE[1]), encoding="utf-8")
    page = load(target.as_uri(), size=size)
    page.evaluate("history.replaceState(null, '', '#node=' + encodeURIComponent('<script>window.ran=1</script>'))")
    page.evaluate("dispatchEvent(new Event('popstate'))")
    assert page.locator(".panel h2").text_content() == HOSTILE[0]
    page.fill("#search", "<")
    assert page.locator("#search-found li").count() > 3
    page.keyboard.press("Enter")
    for kind in ("Person", "Organization", "Publication"):
        page.click('.views [data-view="table"]')
        page.click(f'.tabs [data-kind="{kind}"]')
        page.locator("tbody th button").first.click()
        for summary in page.locator(".panel summary").all()[:6]:
            summary.click()
        page.click(".panel .close")
    assert page.evaluate("window.ran") is None
    assert page.locator("body script").count() == 2
    assert page.locator("img, svg:not(.flow), template, a, iframe").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1400, 900), (390, 844)])
@pytest.mark.parametrize(
    "state",
    [
        "",
        "#node=person%2Fada-ex%C3%A4mple",
        "#view=table&list=Publication",
        "#path=%5B%22person%2Fbea-muster%22%2C%22person%2Fgus-model%22%5D&technology=technology%2Fceph&years=2015-2020",
    ],
)
def test_nothing_overflows_and_axe_finds_nothing(load, address, scheme, size, state):
    page = load(address + state, size=size, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.documentElement.dataset.theme") == scheme
    if not AXE.is_file():
        pytest.skip("needs axe-core: run `npm install` in viz/")
    for summary in page.locator(".timeline summary, .filters > summary, .groups > summary").all():
        if summary.is_visible():
            summary.click()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.target + ' ' + n.failureSummary)]))"
    )
    assert found == []


def test_the_pyvis_page_draws_without_the_network(load, tmp_path):
    nodes, edges = hostile_rows()
    target = tmp_path / "pyvis.html"
    write_pyvis(pyvis_view(nodes, edges), target, title=HOSTILE[1])
    page = load(target.as_uri(), scheme="dark")
    count = page.evaluate("network.body.data.nodes.length")
    assert count > 70
    shown = page.locator("header span").all_text_contents()
    assert sum(int(text.rpartition(" ")[2]) for text in shown) == count
    assert page.evaluate("network.body.data.nodes.get('n0').color") in {label.colour[1] for label in LABELS.values()}
    for x in range(100, 1300, 60):
        page.mouse.move(x, 450)
    assert page.evaluate("window.ran") is None


NUMBER_ALL = """() => {
    const all = [...document.querySelectorAll("button, input, summary, [tabindex='0']")];
    const seen = all.filter((e) => e.checkVisibility() && !e.disabled);
    seen.forEach((e, i) => { e.dataset.n = i; });
    return seen.length;
}"""


@pytest.mark.parametrize("state", ["", "#node=person%2Fada-ex%C3%A4mple", "#view=table&list=Person"])
def test_every_function_is_reached_by_the_tab_key(load, address, state):
    page = load(address + state)
    page.click("header >> text=Path")
    for summary in page.locator("summary").all():
        if summary.is_visible() and not summary.evaluate("e => e.parentElement.open"):
            summary.evaluate("e => e.parentElement.open = true")
    wanted = page.evaluate(NUMBER_ALL)
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    seen = set()
    for _ in range(wanted + 20):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.dataset.n"))
    assert {str(number) for number in range(wanted)} <= seen


def test_search_takes_words_in_any_order_and_tells_how_many_more(load, address):
    page = load(address)
    page.fill("#search", "vzorek, jiri")
    assert page.locator("#search-found li").first.text_content().startswith("Jiří Vzorek")
    page.fill("#search", "law")
    assert page.locator("#search-found li").last.text_content() == "5 more: type on."


def test_a_hovered_dot_shows_its_neighbourhood_until_it_is_left(load, address):
    page = load(address)
    page.wait_for_timeout(500)
    before = page.locator(".stage").screenshot()
    at, box = page.evaluate("id => talentgraph.at(id)", ADA), page.locator(".stage").bounding_box()
    page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    page.wait_for_timeout(1000)
    assert page.locator(".stage").screenshot() != before
    assert page.locator(".panel h2").text_content() == "Twelve careers"  # to look is not to choose
    page.mouse.move(box["x"] + box["width"] - 5, box["y"] + 5)
    page.wait_for_timeout(1000)
    assert page.locator(".stage").screenshot() == before


def test_letters_of_two_halves_are_never_cut_in_two(load, tmp_path):
    name = "Sæther" + "🦊" * 60
    target = tmp_path / "long.html"
    target.write_text(explorer([Node("person/x", ("Person",), {"name": name})], [], title="Long"), encoding="utf-8")
    page = load(target.as_uri())
    with page.expect_download() as download:
        page.click("[aria-label='Save the picture as SVG']")
    assert "\ufffd" not in Path(download.value.path()).read_text(encoding="utf-8")
    choose(page, "saether")
    assert page.locator(".panel h2").text_content() == name


def test_a_low_page_keeps_the_picture_beside_the_panel(load, address):
    page = load(address + "#node=person%2Fada-ex%C3%A4mple", size=(700, 450))
    box = page.locator(".stage").bounding_box()
    assert box["height"] > 200
    assert box["width"] > 300


def test_forced_colours_leave_dots_bars_and_choices_to_see(chromium, address):
    page = chromium.new_context(forced_colors="active").new_page()
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    ground = "e => getComputedStyle(e).backgroundColor"
    plain = page.locator(".views [aria-pressed=false]").evaluate(ground)
    for mark in (".legend .dot", ".years-strip .columns i", ".views [aria-pressed=true]"):
        assert page.locator(mark).first.evaluate(ground) not in (plain, page.locator("body").evaluate(ground)), mark
    page.context.close()
