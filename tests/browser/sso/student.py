"""The one student whom both schools know."""

STUDENT, PASSWORD = "ana", "the-schools-own-password"
ADDRESS = "ana@lakeside.example"
SIGN_IN = """<!doctype html><title>Lakeside</title><h1>Lakeside University</h1>
<form method="post">{% csrf_token %}<label>Name <input name="username"></label>
<label>Password <input type="password" name="password"></label><button>Sign in</button></form>"""
