"""Who gets in, from where changes may come, and what goes into the log."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from tests.review.browsing import HOST, Browser

from hearsay.errors import UsageError
from hearsay.review.passwords import new_password, read_password
from hearsay.review.site import Site, SiteOptions

SECRET = "a long pass phrase"  # noqa: S105
FORM = {"content-type": "application/x-www-form-urlencoded"}
PASSWORD = new_password(SECRET)


def test_every_answer_forbids_foreign_code(browser: Browser) -> None:
    for address, status in (("/reports", 200), ("/nowhere", 404), ("/static/site.css", 200), ("/static/none.css", 404)):
        policy = browser.get(address, status=status).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:8765"])
def test_a_foreign_host_is_refused(browser: Browser, host: str) -> None:
    browser.get("/reports", status=400, headers={"host": host})


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "LOCALHOST:80", "[::1]:8765", "[::1]"])
def test_this_machine_goes_by_several_names(browser: Browser, host: str) -> None:
    browser.get("/reports", headers={"host": host})


@pytest.mark.parametrize(
    "path",
    [
        "/static/../site.py",
        "/static/..%2fsite.py",
        "/static/%2e%2e/site.py",
        "/static/..%5csite.py",
        "/static/%2fetc%2fpasswd",
        "/static/site.css%00.js",
        "/static/..%252fsite.py",
        "/static/....//site.py",
        "//etc/passwd",
        "/static/../../../../../../etc/passwd",
    ],
)
def test_no_path_leads_out(browser: Browser, path: str) -> None:
    answer = browser.client.get(HOST + path)
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "import" not in answer.text


def test_a_change_needs_the_token(browser: Browser) -> None:
    browser.get("/name")
    good = browser.token
    for wrong in ("", "0" * 64, good[:-1], "ü"):
        browser.post("/name", status=403, token=wrong, name="Mara Oduya")
    assert "Mara Oduya" not in browser.get("/reports").text
    browser.post("/name", token=good, name="Mara Oduya")
    assert "Mara Oduya" in browser.get("/reports").text


def test_a_token_of_another_visitor_is_none(site: Site, browser: Browser) -> None:
    other = Browser(site)
    other.get("/name")
    browser.get("/name")
    browser.post("/name", status=403, token=other.token, name="Mara Oduya")


@pytest.mark.parametrize(
    "header", [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_a_change_from_another_site_is_refused(browser: Browser, header: dict[str, str]) -> None:
    browser.get("/name")
    browser.post("/name", status=403, headers=header, name="Mara Oduya")
    browser.post("/name", headers={"origin": HOST, "sec-fetch-site": "same-origin"}, name="Mara Oduya")


def test_a_form_larger_than_any_of_ours_is_not_read(browser: Browser) -> None:
    browser.get("/name")
    browser.post("/name", status=413, name="x" * 300_000)
    parts = (b"name=" + b"x" * 100_000 for _ in range(5))  # without a length: what is sent is counted
    assert browser.client.post("/name", content=parts, headers=FORM).status_code == 413
    many = "&".join(f"f{number}=x" for number in range(400))
    assert browser.client.post("/name", content=many, headers=FORM).status_code == 400


def test_a_forged_cookie_is_none(browser: Browser) -> None:
    browser.get("/name")
    browser.post("/name", name="Mara Oduya")
    said, _, signature = browser.client.cookies["hearsay-session"].strip('"').partition(".")
    browser.client.cookies.clear()
    browser.client.cookies.set("hearsay-session", f"{said[:-4]}AAAA.{signature}")
    assert "Mara Oduya" not in browser.get("/reports").text


def test_without_the_password_nobody_sees_anything(site: Site) -> None:
    locked = Browser(replace(site, options=SiteOptions(password=PASSWORD)))
    shown = locked.get("/reports")
    assert "Password" in shown.text
    assert "Mopti" not in shown.text
    locked.get("/api/openapi.json", status=401)
    locked.post("/login", status=403, password="wrong", next="/reports")  # noqa: S106
    shown = locked.post("/login", password=SECRET, next="/reports")
    assert "Mopti" in shown.text
    locked.get("/reports")
    locked.post("/logout")
    assert "Mopti" not in locked.get("/reports").text


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "/\\evil.example", "\t//evil.example"])
def test_the_login_sends_nobody_elsewhere(site: Site, away: str) -> None:
    locked = Browser(replace(site, options=SiteOptions(password=PASSWORD)))
    locked.get("/login")
    answer = locked.client.post(
        "/login", data={"token": locked.token, "password": SECRET, "next": away}, follow_redirects=False
    )
    assert answer.headers["location"] == "/"


def test_a_proxy_says_who_visits(site: Site) -> None:
    behind = Browser(replace(site, options=SiteOptions(name_header="X-Forwarded-User")))
    behind.get("/reports", status=401)
    assert "Mara Oduya" in behind.get("/reports", headers={"X-Forwarded-User": "Mara Oduya"}).text


def test_a_password_is_kept_as_its_hash() -> None:
    assert SECRET not in str(PASSWORD)
    assert read_password(str(PASSWORD)).matches(SECRET)
    assert not read_password(str(PASSWORD)).matches(SECRET + " ")
    with pytest.raises(UsageError, match="shorter"):
        new_password("short")
    with pytest.raises(UsageError, match="hash"):
        read_password("md5$x$y")


def test_the_log_names_nobody(browser: Browser, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "hearsay")
    browser.get("/reports?text=Moro+Dial")
    browser.get("/nowhere/Moro-Dial", status=404)
    assert [record.getMessage().rpartition(" ")[0].rpartition(" ")[0] for record in caplog.records] == [
        "GET /reports 200",
        "GET - 404",
    ]
