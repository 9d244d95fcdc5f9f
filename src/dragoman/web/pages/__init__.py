"""The pages, one module each: a router, and pure functions from the record to what it shows."""

from fastapi import APIRouter

from dragoman.web.pages import (
    actor,
    actors,
    api,
    changes,
    commitments,
    disputes,
    event,
    events,
    judgements,
    matrix,
    network,
    overview,
    places,
    plots,
    reports,
    review,
    search,
    timeline,
)

# In the order of the navigation. A new page is listed here and, to be linked, in navigation.py.
ROUTERS: tuple[APIRouter, ...] = (
    overview.router,
    reports.router,
    events.router,
    event.router,
    disputes.router,
    matrix.router,
    commitments.router,
    review.router,
    judgements.router,
    timeline.router,
    places.router,
    actors.router,
    actor.router,
    network.router,
    plots.router,
    search.router,
    changes.router,
    api.router,
)
