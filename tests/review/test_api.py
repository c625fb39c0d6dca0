"""The API does what its description says, whatever it is asked: schemathesis tries."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.review.browsing import HOST, Browser

from hearsay.review.application import application
from hearsay.review.site import Site

TRIES = 40  # requests an operation
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)


def test_every_operation_answers_as_described(site: Site) -> None:
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", application(site), headers={"Host": "127.0.0.1"})
    tried = 0
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()

        @settings(max_examples=TRIES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
        @given(case=operation.as_strategy())
        def answers(case: schemathesis.Case[Any]) -> None:
            nonlocal tried
            tried += 1
            case.call_and_validate(checks=list(CHECKS), base_url=HOST, headers={"Host": "127.0.0.1"})

        answers()
    assert tried >= 5 * TRIES


def test_the_api_only_reads(browser: Browser) -> None:
    paths = browser.client.get("/api/openapi.json").json()["paths"]
    assert len(paths) == 5
    assert {method for path in paths.values() for method in path} == {"get"}
    for method in ("post", "put", "delete", "patch"):
        assert browser.client.request(method, "/api/incidents").status_code in (403, 405)
