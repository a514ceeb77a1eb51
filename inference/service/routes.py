"""The calls of the API, as the documentation shows them, and a few of our own."""

from __future__ import annotations

import ipaddress
import json
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from fastapi.responses import FileResponse, HTMLResponse, PlainTextResponse, StreamingResponse
from fastapi.security import APIKeyHeader

from inference.contract import InferenceJob, ModelCard, UploadTicket
from inference.service.answers import detections_of, file_answer, job_answer, job_in_chunks
from inference.service.bodies import Confirmation, NewJob, UploadRequest, refusals
from inference.service.docs_page import docs_page
from inference.service.gate import CALLER, KEY_HEADER
from inference.service.job_desk import Announcement, JobDesk
from inference.service.refusals import Refusal
from inference.service.uploads import receive_upload

FILE_TICKET_HEADER = "X-Relay-File-Ticket"
"""Sent by a client that can fill a `file:` upload URL; our own, over loopback."""

open_calls = APIRouter(responses=refusals(422))
_KEY_SCHEME = APIKeyHeader(name=KEY_HEADER, auto_error=False)


def _admitted(request: Request, _key: Annotated[str | None, Depends(_KEY_SCHEME)]) -> None:
    """The gate has checked the key; a call that came past the gate is refused all the same."""
    if not request.scope.get(CALLER):
        raise Refusal(401, "The API key is missing. Send it in the header X-API-Key.")


calls = APIRouter(
    prefix="/api/v1",
    dependencies=[Depends(_admitted)],
    responses=refusals(400, 401, 404, 409, 413, 422, 429, 503, 507),
)


def _desk(request: Request) -> JobDesk:
    desk = request.app.state.desk
    assert isinstance(desk, JobDesk)
    return desk


Desk = Annotated[JobDesk, Depends(_desk)]


def _base_url(desk: JobDesk, request: Request) -> str:
    return (desk.settings.public_url or str(request.base_url)).rstrip("/")


def _json(value: Any, status: int = 200) -> Response:
    return Response(json.dumps(value), status, media_type="application/json")


@calls.post("/inference-jobs", status_code=201, response_model=InferenceJob)
def create_job(
    desk: Desk,
    request: Request,
    body: NewJob,
    idempotency_key: Annotated[str | None, Header(min_length=1, max_length=200)] = None,
) -> Response:
    """Make a job; files come afterwards. Repeated with the same Idempotency-Key it answers the same job."""
    creation_key = f"{request.scope[CALLER]}:{idempotency_key}" if idempotency_key else None
    job = desk.create_job(body.model_id, body.tuning, creation_key)
    return _json(job_answer(job) | {"files": []}, 201)


@calls.get("/inference-jobs", response_model=list[InferenceJob])
def list_jobs(
    desk: Desk,
    model_id: str | None = None,
    status: str | None = None,
    limit: Annotated[int, Query(ge=1, le=100_000)] = 10_000,
    offset: Annotated[int, Query(ge=0, le=2**62)] = 0,
) -> Response:
    """Jobs without their files, the newest first."""
    return _json([job_answer(job) for job in desk.store.list_jobs(model_id, status, limit, offset)])


@calls.get("/inference-jobs/{job_id}", response_model=InferenceJob)
def get_job(desk: Desk, job_id: str, include_detections: bool = True) -> Response:
    """A job with its files and, unless told otherwise, their detections."""
    job, files = desk.store.job_with_files(job_id)
    under_way = desk.dispatcher.under_way()
    if include_detections:
        chunks = job_in_chunks(desk.store, job, files, under_way)
        return StreamingResponse(chunks, media_type="application/json")
    return _json(job_answer(job) | {"files": [file_answer(file, under_way) for file in files]})


@calls.delete("/inference-jobs/{job_id}", response_model=InferenceJob)
def cancel_job(desk: Desk, job_id: str) -> Response:
    """Cancel a pending or processing job; work under way stops."""
    return _json(job_answer(desk.cancel_job(job_id)))


@calls.delete("/inference-jobs/{job_id}/data", status_code=204)
def forget_job(desk: Desk, job_id: str) -> Response:
    """Remove a job for good, with its results and audio; our own call."""
    desk.forget_job(job_id)
    return Response(status_code=204)


@calls.post("/inference-jobs/{job_id}/files/upload-url", response_model=UploadTicket)
def request_upload(desk: Desk, request: Request, job_id: str, body: UploadRequest) -> Response:
    """Announce a file; the answer says where to send it."""
    announced = Announcement(body.filename, body.content_type, body.file_size_bytes)
    as_file = desk.settings.file_tickets and FILE_TICKET_HEADER in request.headers and _is_loopback(request)
    return _json(desk.ticket(job_id, announced, _base_url(desk, request), as_file=as_file).model_dump())


@calls.post("/inference-jobs/{job_id}/files/confirm")
def confirm_upload(desk: Desk, job_id: str, body: Confirmation) -> dict[str, str]:
    """Say that a file is uploaded; it is queued."""
    file = desk.confirm(job_id, body.file_id)
    return {"file_id": file.id, "status": file.status}


@calls.get("/inference-jobs/{job_id}/files/{file_id}")
def get_file(desk: Desk, job_id: str, file_id: str) -> Response:
    """One file with its detections; while the model is at it, with those that are certain already."""
    file, under_way = desk.store.file(job_id, file_id), desk.dispatcher.under_way()
    detections = detections_of(desk.store, file, desk.store.job(job_id).config, under_way)
    return _json(file_answer(file, under_way) | {"detections": detections})


@calls.get("/inference-jobs/{job_id}/files/{file_id}/download-url")
def get_download_url(desk: Desk, request: Request, job_id: str, file_id: str) -> dict[str, str]:
    """A link to the original audio."""
    return {"url": desk.download_url(job_id, file_id, _base_url(desk, request))}


@calls.get("/inference-jobs/{job_id}/files/{file_id}/scores")
def get_scores(desk: Desk, job_id: str, file_id: str) -> Response:
    """The engine's frame confidences of a completed file, in its own binary form."""
    file = desk.store.file(job_id, file_id)
    scores = desk.store.scores(file.id)
    if scores is None:
        raise Refusal(409, f"The file is {file.status}; there are scores only of a completed file.")
    return Response(scores, media_type="application/octet-stream")


@calls.get("/models", response_model=list[ModelCard])
def list_models(desk: Desk) -> Response:
    """The cards of the models that jobs may name."""
    return _json([card.model_dump(mode="json") for card in desk.catalogue.cards()])


@open_calls.post("/uploads/{token}", status_code=204, responses=refusals(400, 403, 404, 409, 413, 507))
async def upload(desk: Desk, request: Request, token: str) -> Response:
    """The presigned upload: a multipart form whose last part is the file."""
    await receive_upload(desk, token, request)
    return Response(status_code=204)


@open_calls.get("/downloads/{token}", response_class=FileResponse, responses=refusals(403, 404))
def download(desk: Desk, token: str) -> Response:
    """The presigned download."""
    file, path = desk.download(token)
    return FileResponse(path, media_type=_safe_type(file.content_type), filename=file.original_filename)


@open_calls.get("/health")
def health(desk: Desk) -> dict[str, Any]:
    """Whether the service is up, and what its worker is doing. Needs no key."""
    dispatcher = desk.dispatcher
    return {
        "status": "ok",
        "worker": dispatcher.state,
        "device": dispatcher.device,
        "instance": desk.instance,
    }


@open_calls.get("/docs", response_class=HTMLResponse)
def docs(request: Request) -> Response:
    """Every call, for people."""
    return HTMLResponse(docs_page(request.app.openapi()))


@open_calls.get("/metrics", response_class=PlainTextResponse)
def metrics(desk: Desk, request: Request) -> Response:
    """Counters for Prometheus; numbers only, so no key is asked for."""
    return PlainTextResponse(request.app.state.metrics.text(desk))


def _is_loopback(request: Request) -> bool:
    host = request.client.host if request.client else ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _safe_type(content_type: str) -> str:
    # Sent back as it came only when it is one of audio: a page must never be served from here.
    is_plain = content_type.isascii() and content_type.isprintable()
    return content_type if is_plain and content_type.startswith("audio/") else "application/octet-stream"
