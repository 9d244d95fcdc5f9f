from dragoman.model import Report
from dragoman.reading import Item, read_item

PARAGRAPHS = (
    "Envoys of the League met rebel leaders in <a href='/t'>Tarsk</a> on Monday to save the truce.",
    "&ldquo;We are close,&rdquo; Ann Bell said after the meeting in the capital of Karvelia.",
    "The Northern Free Army said it would not leave the bridge before its prisoners were free.",
    "At least twelve people were killed in clashes near the bridge last week, monitors said.",
    "The talks go on in the capital until Friday, when the envoys are to leave for home again.",
)


def page(head: str = "", before: str = "", after: str = "") -> Report:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    markup = (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>"
        f"<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>{before}"
        f"<article><h1>Envoys meet in Tarsk</h1>{body}</article>{after}"
        "<footer>Copyright 2024 Karvelia Post. All rights reserved</footer></body></html>"
    )
    report = read_item(Item(name="a.html", content=markup.encode()))
    assert isinstance(report, Report)
    return report


def body_of(report: Report) -> str:
    return "\n".join(span.of(report.text) for span in report.body)


def test_the_article_is_body_and_the_rest_stays_in_the_text() -> None:
    report = page()
    assert body_of(report).startswith("Envoys of the League met rebel leaders in Tarsk on Monday")
    assert body_of(report).endswith("leave for home again.")
    assert "Home" not in body_of(report)
    assert "Copyright 2024" in report.text
    assert "“We are close,”" in report.text


def test_linked_data_gives_title_outlet_authors_and_date() -> None:
    report = page(
        head='<script type="application/ld+json">{"@type": "NewsArticle", "headline":'
        ' "Envoys meet", "datePublished": "2018-09-04T08:00:00Z", "author": {"name": "Ann Bell"},'
        ' "publisher": {"name": "Karvelia Post"}}</script>'
    )
    assert (report.title, report.outlet) == ("Envoys meet", "Karvelia Post")
    assert report.authors == ("Ann Bell",)
    assert report.published is not None
    assert (str(report.published), report.published.rule) == ("2018-09-04", "html:json-ld")


def test_meta_tags_give_what_linked_data_does_not() -> None:
    report = page(
        head='<meta property="og:title" content="Envoys meet in Tarsk">'
        '<meta property="og:site_name" content="Karvelia Post">'
        '<meta property="article:published_time" content="2018-09-04">'
        '<script type="application/ld+json">{broken</script>'
    )
    assert (report.title, report.outlet) == ("Envoys meet in Tarsk", "Karvelia Post")
    assert str(report.published) == "2018-09-04"
    assert report.headline is not None
    assert report.headline.of(report.text) == "Envoys meet in Tarsk"


def test_a_title_that_ends_with_the_site_gives_both() -> None:
    report = page(head="<title>Envoys meet in Tarsk - Karvelia Post</title>")
    assert (report.title, report.outlet) == ("Envoys meet in Tarsk", "Karvelia Post")


def test_a_copyright_is_no_date() -> None:
    assert page().published is None


def test_scripts_styles_and_frames_leave_no_text() -> None:
    report = page(
        before="<script>alert('boo')</script><style>p {color: red}</style>"
        "<iframe src='javascript:alert(1)'>framed</iframe>"
        "<svg onload='x()'><text>drawn</text></svg>"
        "<img src=x onerror=alert(1)>"
    )
    for word in ("alert", "color", "framed", "drawn"):
        assert word not in report.text


def test_a_page_nested_very_deep_is_read() -> None:
    markup = "<html><body>" + "<div>" * 20_000 + "<p>Envoys met in Tarsk on Monday, monitors said."
    report = read_item(Item(name="a.html", content=markup.encode()))
    assert report is not None


def test_the_language_a_page_declares_is_kept() -> None:
    assert page().language == "en"
