"""Runs scripts, given as a JSON list on stdin, in one process; prints what each printed, or how it failed, as a JSON list."""

import contextlib
import importlib
import io
import json
import sys
import traceback
import warnings

[name] = sys.argv[1:]
scripts = json.load(sys.stdin)
try:
    version = importlib.import_module(name).__version__
except ImportError as error:
    json.dump({"missing": str(error)}, sys.stdout)
    sys.exit()

# A warning is a failure, but for what a framework has to say to itself.
warnings.simplefilter("error")
warnings.filterwarnings("ignore", category=DeprecationWarning)
warnings.filterwarnings("error", category=DeprecationWarning, module="__main__")
results = []
for script in scripts:
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(script, "script", "exec"), {"__name__": "__main__"})
        results.append({"table": printed.getvalue()})
    except Exception:
        results.append({"error": traceback.format_exc(limit=-1).strip()})
json.dump({"version": version, "results": results}, sys.stdout)
