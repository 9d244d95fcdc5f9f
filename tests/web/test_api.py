from fastapi.testclient import TestClient


def test_every_page_is_described_with_its_forms(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/", "/reports/{name}", "/disputes", "/judgements", "/search"} <= set(paths)
    for methods in paths.values():
        for method, operation in methods.items():
            assert operation["description"], operation
            if method == "get":
                assert "format" in [item["name"] for item in operation["parameters"]]


def test_people_read_the_same_without_a_script_from_elsewhere(client: TestClient) -> None:
    page = client.get("/api").text
    assert "<code>/disputes/{name}</code>" in page
    assert "http://" not in page
    assert "https://" not in page
