"""Where things stand in the desk's two drawings. Only numbers: the templates draw."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

WIDTH, HEIGHT = 960.0, 520.0
NAME = 92.0  # room for the name of a node


def world(rows: Sequence[Mapping[str, Any]], known: Mapping[str, tuple[float, float]]) -> dict[str, Any]:
    """A map of the part of the world where the rows are: circles (x, y, r, row), faint dots (an SVG path), a grid.

    rows: latitude, longitude, events. Equirectangular, with the true shape at its middle latitude.
    """
    shown = [r for r in rows if r["latitude"] is not None]
    if not shown:
        return {"circles": []}
    lats, lons = [r["latitude"] for r in shown], [r["longitude"] for r in shown]
    middle_lat, middle_lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    stretch = max(math.cos(math.radians(middle_lat)), 0.35)
    tall = max(max(lats) - min(lats), (max(lons) - min(lons)) * stretch * HEIGHT / WIDTH, 18.0) * 1.25
    scale = HEIGHT / min(tall, 170.0)

    def at(lat: float, lon: float) -> tuple[float, float]:
        return WIDTH / 2 + (lon - middle_lon) * stretch * scale, HEIGHT / 2 - (lat - middle_lat) * scale

    most = max(r["events"] for r in shown)
    circles: list[dict[str, Any]] = []
    for row in shown:
        x, y = at(row["latitude"], row["longitude"])
        r = 3.5 + 23 * math.sqrt(row["events"] / max(most, 12))
        circles.append({"x": round(x, 1), "y": round(y, 1), "r": round(r, 1), "row": row, "label": False})
    placed: list[tuple[float, float, float, float]] = []
    for c in circles:  # a label where it covers no other: the most frequent first
        half = 3.8 * len(str(c["row"]["name"])) + 4
        top = c["y"] + c["r"] + 2
        box = (c["x"] - half, top, c["x"] + half, top + 17)
        inside = box[0] > 0 and box[2] < WIDTH and box[3] < HEIGHT
        if inside and len(placed) < 30 and all(box[2] < p[0] or p[2] < box[0] or box[3] < p[1] or p[3] < box[1] for p in placed):
            placed.append(box)
            c["label"] = True
    dots = {(round(x), round(y)) for x, y in (at(*p) for p in known.values()) if 0 <= x <= WIDTH and 0 <= y <= HEIGHT}
    lines = []
    step = 10 if tall < 80 else 30
    for lon in range(-180, 181, step):
        x = at(0, lon)[0]
        if 0 < x < WIDTH:
            lines.append({"x1": round(x, 1), "y1": 0, "x2": round(x, 1), "y2": HEIGHT})
    for lat in range(-90, 91, step):
        y = at(lat, 0)[1]
        if 0 < y < HEIGHT:
            lines.append({"x1": 0, "y1": round(y, 1), "x2": WIDTH, "y2": round(y, 1)})
    path = "".join(f"M{x} {y}h0" for x, y in sorted(dots))
    return {"circles": sorted(circles, key=lambda c: -c["r"]), "dots": path, "lines": lines, "width": WIDTH, "height": HEIGHT}


def _part(nodes: list[dict[str, Any]]) -> None:
    """Push apart what would cover each other, so that every circle and the name under it can be read."""
    for _ in range(120):
        moved = False
        for n, a in enumerate(nodes):
            for b in nodes[n + 1 :]:
                dx, dy = b["x"] - a["x"], b["y"] - a["y"]
                over_x, over_y = NAME - abs(dx), a["r"] + b["r"] + 22 - abs(dy)
                if over_x <= 0 or over_y <= 0:
                    continue
                moved = True
                if over_y < over_x:
                    push = math.copysign(over_y / 2 + 0.5, dy if dy else 1)
                    a["y"], b["y"] = a["y"] - push, b["y"] + push
                else:
                    push = math.copysign(over_x / 2 + 0.5, dx if dx else 1)
                    a["x"], b["x"] = a["x"] - push, b["x"] + push
        for node in nodes:
            node["x"] = min(max(node["x"], NAME / 2), WIDTH - NAME / 2)
            node["y"] = min(max(node["y"], node["r"] + 4), HEIGHT - node["r"] - 24)
        if not moved:
            break
    for node in nodes:
        node["x"], node["y"] = round(node["x"], 1), round(node["y"], 1)


def layout(pairs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Nodes (id, x, y, r) and edges (x1 y1 x2 y2 width kind, pair) of a network: the more two have to do with each other, the closer.

    pairs: one, other, n, cooperation, conflict. The same input gives the same picture.
    """
    weight: dict[str, float] = {}
    for p in pairs:
        for end in ("one", "other"):
            weight[p[end]] = weight.get(p[end], 0) + p["n"]
    ids = sorted(weight, key=lambda i: (-weight[i], i))
    if not ids:
        return {"nodes": [], "edges": []}
    where = {i: [math.cos(2.4 * k) * math.sqrt(k + 0.5), math.sin(2.4 * k) * math.sqrt(k + 0.5)] for k, i in enumerate(ids)}
    most = max(p["n"] for p in pairs)
    ideal = 1.6
    for turn in range(260):
        heat = 0.5 * (1 - turn / 260) + 0.01
        push = {i: [0.0, 0.0] for i in ids}
        for n, a in enumerate(ids):
            for b in ids[n + 1 :]:
                dx, dy = where[a][0] - where[b][0], where[a][1] - where[b][1]
                d2 = dx * dx + dy * dy + 0.01
                f = ideal * ideal / d2
                push[a][0] += dx * f
                push[a][1] += dy * f
                push[b][0] -= dx * f
                push[b][1] -= dy * f
        for p in pairs:
            a, b = p["one"], p["other"]
            dx, dy = where[a][0] - where[b][0], where[a][1] - where[b][1]
            d = math.hypot(dx, dy) + 0.01
            f = d / ideal * (0.4 + 0.6 * math.sqrt(p["n"] / most))
            push[a][0] -= dx * f
            push[a][1] -= dy * f
            push[b][0] += dx * f
            push[b][1] += dy * f
        for i in ids:
            fx, fy = push[i][0] - 0.12 * where[i][0], push[i][1] - 0.3 * where[i][1]
            length = math.hypot(fx, fy) or 1
            where[i][0] += fx / length * min(length, heat)
            where[i][1] += fy / length * min(length, heat)
    xs, ys = [p[0] for p in where.values()], [p[1] for p in where.values()]
    wide, high = max(max(xs) - min(xs), 0.1), max(max(ys) - min(ys), 0.1)
    edge_x, edge_y = 90.0, 45.0

    def at(i: str) -> tuple[float, float]:
        x = WIDTH / 2 if len(ids) == 1 else edge_x + (where[i][0] - min(xs)) / wide * (WIDTH - 2 * edge_x)
        y = HEIGHT / 2 if len(ids) == 1 else edge_y + (where[i][1] - min(ys)) / high * (HEIGHT - 2 * edge_y)
        return round(x, 1), round(y, 1)

    heaviest = max(weight.values())
    nodes = [{"id": i, "x": at(i)[0], "y": at(i)[1], "r": round(5 + 12 * math.sqrt(weight[i] / heaviest), 1)} for i in ids]
    _part(nodes)
    spot = {n["id"]: (n["x"], n["y"]) for n in nodes}
    edges = []
    for p in sorted(pairs, key=lambda p: p["n"]):
        (x1, y1), (x2, y2) = spot[p["one"]], spot[p["other"]]
        kind = "conflict" if p["conflict"] > p["cooperation"] else "cooperation" if p["cooperation"] > p["conflict"] else "even"
        edges.append({"x1": x1, "y1": y1, "x2": x2, "y2": y2, "width": round(1.2 + 6 * math.sqrt(p["n"] / most), 1), "kind": kind, "pair": p})
    return {"nodes": nodes, "edges": edges, "width": WIDTH, "height": HEIGHT}
