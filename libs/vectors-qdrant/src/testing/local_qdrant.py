"""Qdrant's own local mode (in Python) behind the REST requests that Kindred makes.

Every request body is parsed by the models that Qdrant generates from its OpenAPI description, which refuse what they do
not know. Everything is forgotten when it ends. Needs the package qdrant-client.

    python local_qdrant.py PORT [KEY]
"""

import json
import re
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError
from qdrant_client import QdrantClient, models

KEY = sys.argv[2] if len(sys.argv) > 2 else None

client = QdrantClient(":memory:")
lock = threading.Lock()


class Refused(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


def parsed(kind, body):
    return TypeAdapter(kind).validate_python(body)


def create(name, body):
    wanted = parsed(models.CreateCollection, body)
    if client.collection_exists(name):
        raise Refused(409, f"Collection `{name}` already exists!")
    return client.create_collection(name, vectors_config=wanted.vectors, quantization_config=wanted.quantization_config)


def upsert(name, body):
    return client.upsert(name, parsed(models.PointsList, body).points)


def delete(name, body):
    return client.delete(name, parsed(models.PointIdsList, body))


def retrieve(name, body):
    wanted = parsed(models.PointRequest, body)
    return client.retrieve(name, wanted.ids, with_payload=wanted.with_payload, with_vectors=wanted.with_vector)


def scroll(name, body):
    wanted = parsed(models.ScrollRequest, body)
    points, offset = client.scroll(
        name,
        limit=wanted.limit,
        offset=wanted.offset,
        with_payload=wanted.with_payload,
        with_vectors=wanted.with_vector,
    )
    return {"points": plain(points), "next_page_offset": offset}


def count(name, body):
    return client.count(name, exact=parsed(models.CountRequest, body).exact)


def query(name, body):
    return client.query_batch_points(name, parsed(models.QueryRequestBatch, body).searches)


COLLECTION = r"/collections/([^/]+)"
ROUTES = [
    ("GET", r"/collections", lambda: client.get_collections()),
    ("GET", COLLECTION, lambda name: client.get_collection(name)),
    ("GET", COLLECTION + "/exists", lambda name: {"exists": client.collection_exists(name)}),
    ("PUT", COLLECTION, create),
    ("DELETE", COLLECTION, lambda name: client.delete_collection(name)),
    ("PUT", COLLECTION + "/points", upsert),
    ("POST", COLLECTION + "/points/delete", delete),
    ("POST", COLLECTION + "/points", retrieve),
    ("POST", COLLECTION + "/points/scroll", scroll),
    ("POST", COLLECTION + "/points/count", count),
    ("POST", COLLECTION + "/points/query/batch", query),
]


def plain(value):
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else value


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer()

    do_PUT = do_POST = do_DELETE = do_GET

    def answer(self):
        length = int(self.headers.get("content-length") or 0)
        body = [json.loads(self.rfile.read(length))] if length else []
        try:
            result, status, error = plain(self.result(urlsplit(self.path).path, body)), 200, None
        except Refused as refused:
            result, status, error = None, refused.status, str(refused)
        except ValidationError as invalid:
            result, status, error = None, 400, str(invalid)
        except ValueError as wrong:
            result, status, error = None, 404 if "not found" in str(wrong) else 400, str(wrong)
        self.send(status, {"result": result, "status": {"error": error} if error else "ok", "time": 0})

    def result(self, path, body):
        if KEY is not None and self.headers.get("api-key") != KEY:
            raise Refused(401, "Must provide an API key or an Authorization bearer token")
        for method, pattern, work in ROUTES:
            match = re.fullmatch(pattern, path)
            if method == self.command and match:
                with lock:
                    return work(*match.groups(), *body)
        raise Refused(404, f"No such route: {self.command} {path}")

    def send(self, status, value):
        answer = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
