#!/usr/bin/env python3
"""Files and clients that try to stop a server, and a watch on what they do to it; .ci/faults runs it.

hostile.py files FOLDER          small files that ask for much: one of each kind, with names that say what they are
hostile.py watch PORT PID        asks for the health until it is killed; prints the slowest answer and the most memory, again and again
hostile.py clients PORT USER PASSWORD SECONDS   slow viewers, strangers who guess passwords, and connections that say nothing
"""

import http.client
import json
import random
import re
import socket
import sys
import threading
import time
import zipfile

HEADER = ["SN", "PN", "Workstation Name", "History station start time", "History station end time", "Service Flow",
          "Model", "History station passing status"]
TYPES = ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/></Types>')
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = ('<?xml version="1.0" encoding="UTF-8"?>'
             '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             f'<Relationship Id="r1" Type="{RELATION}/%s" Target="%s"/></Relationships>')
BOOK = ('<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        f' xmlns:r="{RELATION}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>')


def text(value):
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'


def rows(cells):
    return "".join("<row>" + "".join(text(cell) for cell in row) + "</row>" for row in cells)


def workbook(path, parts):
    """A workbook whose one sheet holds these rows, given piece by piece: the whole would not fit into the memory."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", TYPES)
        book.writestr("_rels/.rels", RELATIONS % ("officeDocument", "xl/workbook.xml"))
        book.writestr("xl/workbook.xml", BOOK)
        book.writestr("xl/_rels/workbook.xml.rels", RELATIONS % ("worksheet", "worksheets/sheet1.xml"))
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(b'<?xml version="1.0" encoding="UTF-8"?>'
                        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
            for part in parts:
                sheet.write(part.encode())
            sheet.write(b"</sheetData></worksheet>")


def long_texts():
    dice = random.Random(1)
    extra = [f"Extra {number}" for number in range(40 - len(HEADER))]
    yield rows([HEADER + extra])
    for _ in range(500):
        yield rows([["".join(dice.choices("abcdefghij", k=200)) * 160 for _ in range(40)]])


def files(folder):
    workbook(f"{folder}/long texts.xlsx", long_texts())
    workbook(f"{folder}/many names.xlsx",
             (f"<n{number:x}/>" if number else rows([HEADER]) + "<row>" for number in range(400_000)))
    workbook(f"{folder}/many attributes.xlsx",
             [rows([HEADER]), "<row " + " ".join(f'a{number:x}="1"' for number in range(330_000)) + "/>"])
    workbook(f"{folder}/long tag.xlsx", [rows([HEADER]), '<row a="' + "x" * 30_000_000 + '"/>'])
    workbook(f"{folder}/deep.xlsx", [rows([HEADER]), "<row>" + "<c>" * 200_000])
    workbook(f"{folder}/long values.xlsx", [rows([HEADER] + [["y" * 20_000] * len(HEADER)] * 2_000)])
    with open(f"{folder}/.yieldline-aside", "w", encoding="ascii"):
        pass


def memory(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) // 1024


def watch(port, pid):
    slowest = asked = failed = 0
    while True:
        began = time.monotonic()
        try:
            connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=30)
            connection.request("GET", "/health/live")
            failed += connection.getresponse().status != 200
            connection.close()
        except OSError:
            failed += 1
        asked += 1
        slowest = max(slowest, time.monotonic() - began)
        print(f"asked {asked} failed {failed} slowest_ms {int(slowest * 1000)} memory_mb {memory(pid)}", flush=True)
        time.sleep(0.2)


def request(port, method, path, body, headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, "/api/v1" + path, body, {"Content-Type": "application/json", **headers})
    answer = connection.getresponse()
    answer.read()
    return answer


def slow_body(port, cookie, seconds):
    """A password that comes at 1.5 kB a second and says that it has 900 kB."""
    with socket.create_connection(("127.0.0.1", port)) as sent:
        sent.sendall((f"PUT /api/v1/me/password HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n"
                      "X-Requested-With: x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n").encode())
        try:
            for _ in range(seconds * 2):
                sent.sendall(b" " * 750)
                time.sleep(0.5)
        except OSError:
            pass


def silent(port, seconds):
    with socket.create_connection(("127.0.0.1", port)) as sent:
        sent.sendall(b"POST /api/v1/session HTTP/1.1\r\n")
        time.sleep(seconds)


def stranger(port):
    body = json.dumps({"user": f"user{random.randrange(1000)}", "password": "a guess of a stranger"})
    try:
        request(port, "POST", "/session", body, {})
    except OSError:
        pass


def clients(port, user, password, seconds):
    port, seconds = int(port), int(seconds)
    login = json.dumps({"user": user, "password": password})
    cookie = request(port, "POST", "/session", login, {}).headers["Set-Cookie"].split(";")[0]
    work = [(slow_body, (port, cookie, seconds))] * 64 + [(silent, (port, seconds))] * 100 + [(stranger, (port,))] * 60
    threads = [threading.Thread(target=what, args=how, daemon=True) for what, how in work]
    for thread in threads:
        thread.start()
    time.sleep(2)
    began = time.monotonic()
    status = request(port, "GET", "/me", None, {"Cookie": cookie}).status
    took = int((time.monotonic() - began) * 1000)
    for thread in threads:
        thread.join()
    print(f"a page of a viewer: status {status} in {took} ms")
    sys.exit(0 if status == 200 and took < 1000 else 1)


if __name__ == "__main__":
    {"files": files, "watch": watch, "clients": clients}[sys.argv[1]](*sys.argv[2:])
