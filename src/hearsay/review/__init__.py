"""The pages: read, explore and review a book in a browser. `hearsay serve` runs them.

To add a page: a function in a file of `pages/` (one file a group of pages) that is given the request and the `Site`,
and a line for it in that file's `ROUTES`:

    def shelf(request: Request, site: Site) -> Response:
        with site.store.view() as view:
            return drawn(request, "shelf.html", reports=list(view.reports()))

    ROUTES = (shows("/shelf", shelf, name="shelf"),)

and, for a new file, its `ROUTES` in `pages/__init__.py`. The template extends `base.html`. What changes something is
`changes("/shelf/put", put, name="put")`: a POST whose handler is also given the form, and which is refused without the
token that `{{ token_field() }}` writes into a form (a script sends it as the header `X-Hearsay-Token`, from the page's
`<meta name="token">`). Who does it is `visitor(request).name`; None until the visitor has said so (`asks_name`).

Handlers are plain functions and run in threads. They raise `UsageError` for what the visitor asked wrongly (400),
`Missing` for what is not there (404); the message is what the page says. Nothing of a report, no name and no words that
were searched for go into the log.
"""
