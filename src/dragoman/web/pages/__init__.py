"""The pages, one module each: a router, and pure functions from the record to what it shows."""

from fastapi import APIRouter

from dragoman.web.pages import events, judgements, map, overview, reports, timeline

# In the order of the navigation. A new page is listed here and, to be linked, in navigation.py.
ROUTERS: tuple[APIRouter, ...] = (
    overview.router,
    reports.router,
    events.router,
    judgements.router,
    timeline.router,
    map.router,
)
