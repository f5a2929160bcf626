"""llama.cpp's own HTTP server, from its wheel, with the arguments of `llama-server` that we give.

usage: llama_server.py --model FILE --host ADDRESS --port NUMBER --ctx-size TOKENS [--alias NAME] [--parallel N] [--jinja]
"""

import argparse
import signal

import xllamacpp


def main() -> None:
    parser = argparse.ArgumentParser(prog="llama-server")
    parser.add_argument("--version", action="version", version="version: 1 (rig)")
    parser.add_argument("--model", required=True)
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--ctx-size", type=int, required=True)
    parser.add_argument("--parallel", type=int, default=1)
    parser.add_argument("--jinja", action="store_true")
    parser.add_argument("--no-webui", action="store_true")
    given = parser.parse_args()
    params = xllamacpp.CommonParams()
    params.model.path = given.model
    # A token of the models here is a byte; a real one has three or four.
    params.n_ctx = 4 * given.ctx_size
    params.hostnames = [given.host]
    params.port = given.port
    params.n_parallel = given.parallel
    params.use_jinja = given.jinja
    params.warmup = False
    # Threads of so small a model wait for each other for longer than they work.
    params.cpuparams.n_threads = 1
    params.cpuparams_batch.n_threads = 1
    server = xllamacpp.Server(params)
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
    del server


main()
