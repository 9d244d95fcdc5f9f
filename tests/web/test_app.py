from fastapi.testclient import TestClient


def test_the_first_page_says_what_the_record_holds(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "Overview" in page.text


def test_the_same_page_as_json_and_csv(client: TestClient) -> None:
    assert client.get("/?format=json").json()["counts"]["reports"] == 6
    assert client.get("/?format=csv").text.startswith("what,count\r\n")
