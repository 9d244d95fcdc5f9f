import datetime as dt

from dragoman.reading.items import Given
from dragoman.reading.plain import Parts, read_plain

HEAD = "Envoys meet in Tarsk to save the truce\n"
BODY = (
    "TARSK — Envoys of the League met rebel leaders in Tarsk on Monday to save the truce.\n\n"
    "“We are close,” Ann Bell said after the meeting in the capital of Karvelia.\n\n"
)
MORE = (
    "The Northern Free Army said it would not leave the bridge before its prisoners were free.\n\n"
    "At least twelve people were killed in clashes near the bridge last week, monitors said.\n"
)


def read(text: str, **given: str) -> Parts:
    return read_plain(text, Given(**given))  # type: ignore[arg-type]


def body_of(text: str, parts: Parts) -> str:
    return "\n".join(span.of(text) for span in parts.body)


def test_title_dateline_and_body_are_told_apart() -> None:
    text = HEAD + "\n" + BODY + MORE
    parts = read(text)
    assert parts.title == "Envoys meet in Tarsk to save the truce"
    assert parts.headline is not None
    assert parts.headline.of(text) == parts.title
    assert parts.dateline is not None
    assert parts.dateline.places == ("TARSK",)
    body = body_of(text, parts)
    assert body.startswith("Envoys of the League")
    assert body.endswith("monitors said.")


def test_links_between_paragraphs_are_no_body() -> None:
    link = "Karvelian bombers destroy arms depots in the north"
    text = HEAD + BODY + link + "\n\n" + MORE
    parts = read(text)
    assert len(parts.body) == 2
    assert link not in body_of(text, parts)


def test_the_foot_of_a_page_is_no_body() -> None:
    foot = (
        "\nup\n55 users have voted.\n\nNewsletter\nGet top stories emailed to you each day.\nPDF\n"
        "Readers Comments (0)\nAdd your comment\nEnter the security code below*\nRelated News\n"
        "Army says enemy attacks areas around the capital\nCopyright 2024 . All rights reserved"
    )
    text = HEAD + BODY + MORE + foot
    assert body_of(text, read(text)).endswith("monitors said.")


def test_a_caption_is_no_body() -> None:
    caption = "Flags flutter on a bridge in Tarsk, Karvelia, on August 28 (Reuters photo)\n\n"
    text = HEAD + caption + BODY + MORE
    assert "flutter" not in body_of(text, read(text))


def test_a_standfirst_above_date_and_dateline_is_no_body() -> None:
    text = (
        HEAD + "Envoys of the League and rebel leaders met in Tarsk on Monday to save the truce.\n"
        "Updated 31 October 2017\nFollow\n" + HEAD + BODY + MORE
    )
    parts = read(text)
    assert body_of(text, parts).count("to save the truce") == 1
    assert parts.published is not None
    assert (parts.published.day, parts.published.rule) == (dt.date(2017, 10, 31), "text:updated")


def test_the_clock_of_the_page_is_not_the_date_of_publication() -> None:
    text = "MON 25 - 11 - 2024\n \nDate: Sep 4, 2018\nSource: The Karvelia Post\n" + HEAD + BODY
    parts = read(text)
    assert parts.published is not None
    assert parts.published.day == dt.date(2018, 9, 4)
    assert parts.outlet == "The Karvelia Post"


def test_a_clock_alone_that_the_text_gainsays_gives_no_date() -> None:
    text = (
        "MON 25 - 11 - 2024\nHome | World | Sport\n" + HEAD + BODY + "The summit is on Sept. 7.\n"
        "Copyright 2024 . All rights reserved"
    )
    assert read(text).published is None


def test_the_date_above_a_headline_holds_though_the_report_looks_far_back() -> None:
    text = "Karvelia Post\n2018-11-07\n\n" + HEAD + BODY + "The war broke out on July 12.\n"
    parts = read(text)
    assert parts.published is not None
    assert (parts.published.day, parts.published.rule) == (dt.date(2018, 11, 7), "text:clean")


def test_a_copyright_or_a_print_date_gives_no_date() -> None:
    text = HEAD + BODY + MORE + "Printed on 3 June 2020\nCopyright 2024 Karvelia Post"
    assert read(text).published is None


def test_a_date_below_the_report_is_found_with_its_place() -> None:
    text = HEAD + BODY + MORE + "\nWednesday, November 28th 2018\nBy Ann Bell and Carl Dorn,\n"
    parts = read(text)
    assert parts.published is not None
    assert parts.published.span is not None
    assert parts.published.span.of(text) == "Wednesday, November 28th 2018"
    assert parts.authors == ("Ann Bell", "Carl Dorn")


def test_a_date_without_a_year_takes_it_from_another_of_the_same_day() -> None:
    text = " date 2017-01-25 Back to Main page\n" + HEAD + "January 25, 14:44 UTC+3\n" + BODY + MORE
    parts = read(text)
    assert parts.published is not None
    assert parts.published.day == dt.date(2017, 1, 25)


def test_sources_that_told_an_agency_name_it() -> None:
    text = HEAD + BODY + "“No,” Eva Finn told dpa by phone.\n" + MORE
    assert read(text).agency == "dpa"


def test_one_line_that_begins_with_date_and_title_is_body_from_its_first_sentence() -> None:
    title = "Twelve killed in Tarsk Monitor"
    text = f"Wednesday 27 Jul 2016 {title} AFP At least twelve people were killed in Tarsk. More."
    parts = read(text, title=title)
    assert body_of(text, parts) == "At least twelve people were killed in Tarsk. More."
    assert parts.agency == "AFP"
    assert parts.headline is not None
    assert parts.headline.of(text) == title


def test_a_text_without_furniture_is_body_as_a_whole() -> None:
    text = "Twelve people were killed in Tarsk on Monday, monitors said. Nobody claimed the attack."
    assert body_of(text, read(text)) == text


def test_verse_keeps_its_lines() -> None:
    text = "We went down to the river\nwhere the old bridge had been\nand nobody spoke of war\n"
    body = body_of(text, read(text))
    assert "the old bridge" in body
    assert "nobody spoke" in body


def test_credits_after_the_last_sentence_are_no_body() -> None:
    text = HEAD + BODY + MORE.rstrip() + " (Reporting by Ann Bell; editing by Carl Dorn)"
    assert body_of(text, read(text)).endswith("monitors said.")


def test_the_turns_of_a_transcript_stay_however_short() -> None:
    turns = "((Bell)) Will you sign it tonight?\n((Dorn)) Yes\n((Bell)) When?\n((Dorn)) Soon\n"
    text = HEAD + BODY + turns + "((Bell)) Thank you very much for this talk.\n((Dorn)) Bye\n"
    assert "((Dorn)) Yes" in body_of(text, read(text))


def test_a_dump_that_lost_its_line_breaks_is_read_from_dateline_to_foot() -> None:
    said = " ".join(f"Monitors said on Monday that village {n} had been left." for n in range(30))
    text = (
        "You are here Envoys meet By AFP - Dec 08,2017 Flags in Tarsk (Reuters photo) "
        f"MOSCOW — The envoys met on Thursday. {said} 55 users have voted. Newsletter Get top news"
    )
    body = body_of(text, read(text))
    assert body.startswith("The envoys met on Thursday.")
    assert body.endswith("village 29 had been left.")


def test_a_standfirst_before_the_dateline_of_a_dump_without_line_breaks_is_kept() -> None:
    said = "Two soldiers died on Sunday when a mine blew up their truck near Oren, the army said."
    text = f"07.04.2017 {said} BEIRUT (Reuters) The road had been cleared of mines. " + MORE * 8
    parts = read(" ".join(text.split()), title="Mine kills two")
    assert [span.of(" ".join(text.split()))[:30] for span in parts.body] == [
        said[:30],
        "The road had been cleared of m",
    ]
    assert parts.agency == "Reuters"


def test_a_standfirst_behind_the_buttons_of_a_dump_is_kept_without_the_caption_after_it() -> None:
    said = "Two soldiers died on Sunday when a mine blew up their truck near Oren, the army said."
    caption = "AFP 2017 Ann Bell Talks on Mines Begin MOSCOW (Sputnik)"
    head = f"07.04.2017 Get short URL 12 {said} {caption}"
    text = " ".join(f"{head} The road had been cleared of mines. {MORE * 8}".split())
    parts = read(text)
    assert [span.of(text)[:30] for span in parts.body] == [
        said[:30],
        "The road had been cleared of m",
    ]


def test_an_agency_and_a_day_behind_a_standfirst_are_no_body() -> None:
    said = "Two soldiers died on Sunday when a mine blew up their truck near the town of Oren"
    text = f"Mine kills two {said} AFP Friday 10 Oct 2014 The road had been cleared of mines."
    parts = read(text, title="Mine kills two")
    assert body_of(text, parts) == f"{said}\nThe road had been cleared of mines."
    assert parts.agency == "AFP"
    assert parts.published is not None
    assert parts.published.day == dt.date(2014, 10, 10)


def test_a_day_before_the_word_title_is_the_reports() -> None:
    text = "16-11-2014 title: Mine kills two. Two soldiers died when a mine blew up their truck."
    parts = read(text, title="Mine kills two")
    assert body_of(text, parts) == "Two soldiers died when a mine blew up their truck."
    assert parts.published is not None
    assert parts.published.day == dt.date(2014, 11, 16)


def test_a_paragraph_said_twice_is_body_once() -> None:
    quote = (
        "The Northern Free Army said it would not leave the bridge before its prisoners were free."
    )
    text = HEAD + BODY + MORE + "\n" + quote + "\n\nNobody else spoke to the press that day.\n"
    assert body_of(text, read(text)).count("would not leave the bridge") == 1


def test_an_opening_run_together_with_the_report_is_body_once() -> None:
    said = "Two soldiers died on Sunday when a mine blew up their truck near the town of Oren"
    text = f"{said} {said} an army spokesman said. The road had been cleared of mines in May."
    report = read(text)
    assert report.body[0].of(text).startswith(f"{said} an army spokesman said.")


def test_a_question_on_its_own_line_is_a_heading() -> None:
    text = HEAD + BODY + "Who controls the bridge?\n\n" + MORE
    assert "Who controls" not in body_of(text, read(text))


def test_a_link_inside_a_sentence_does_not_cut_it() -> None:
    text = (
        HEAD + "The talks were led by\nAnn Bell\nof the League, officials in Tarsk said.\n" + MORE
    )
    parts = read(text)
    assert len(parts.joins) == 2
    assert body_of(text, parts).startswith("The talks were led by\nAnn Bell\nof the League")


def test_what_introduces_a_quotation_is_body() -> None:
    text = HEAD + "The League's envoy said:\n\n" + BODY.split("\n\n")[1] + "\n\n" + MORE
    assert body_of(text, read(text)).startswith("The League's envoy said:")


def test_a_line_break_of_an_opening_that_stands_twice_goes_with_it() -> None:
    line = "Prime Minister Carl Dorn met the guests of the League and Russian"
    parts = read(f"{line}\n{line}\n")
    assert all(any(span.contains(join) for span in parts.body) for join in parts.joins)
