"""The pages, one file a group; this file knows them all."""

from __future__ import annotations

from starlette.routing import Route

from hearsay.review.pages import actors, decided, dossier, entrance, incidents, judge, read, regroup, search

ROUTES: tuple[Route, ...] = (
    *entrance.ROUTES,
    *incidents.ROUTES,
    *dossier.ROUTES,
    *actors.ROUTES,
    *search.ROUTES,
    *read.ROUTES,
    *judge.ROUTES,
    *decided.ROUTES,
    *regroup.ROUTES,
)
"""Every page. The first route that fits an address is taken."""
