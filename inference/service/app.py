"""The FastAPI application over one JobDesk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from inference.service.bodies import explain
from inference.service.gate import Gate
from inference.service.job_desk import JobDesk
from inference.service.metrics import Metrics
from inference.service.refusals import Refusal, disk_full, is_disk_full
from inference.service.routes import calls, open_calls


def create_app(desk: JobDesk) -> FastAPI:
    """The application; it stops `desk` when it ends."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.stop()

    # Its own page instead of one that fetches scripts from elsewhere.
    app = FastAPI(title="Relay inference", version="1", lifespan=lifespan, docs_url=None, redoc_url=None)
    app.state.desk = desk
    app.state.metrics = Metrics()
    app.include_router(calls)
    app.include_router(open_calls)
    app.add_exception_handler(Refusal, _on_refusal)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(OperationalError, _on_database)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_middleware(
        Gate, keys=desk.keys, metrics=app.state.metrics, max_body_bytes=desk.settings.max_body_bytes
    )
    return app


def _answer(refusal: Refusal) -> Response:
    headers = {} if refusal.retry_after_s is None else {"Retry-After": str(refusal.retry_after_s)}
    return JSONResponse({"detail": refusal.sentence}, refusal.status, headers)


def _on_refusal(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return _answer(error)


def _on_invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return _answer(Refusal(422, explain(error.errors())))


def _on_database(_request: Request, error: Exception) -> Response:
    if is_disk_full(error):
        return _answer(disk_full())
    return _answer(Refusal(503, "The database of the service is busy. Try again.", retry_after_s=1))


def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    sentences = {
        404: f"There is nothing at {request.url.path[:200]}.",
        405: "This address has no such method.",
    }
    body = {"detail": sentences.get(error.status_code, str(error.detail))}
    return JSONResponse(body, error.status_code, error.headers)
