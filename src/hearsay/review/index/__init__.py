"""The index of cases: what linking and weighing the whole book come to, kept so that a page need not wait for it.

Linking looks at every report of the book, and takes minutes for a hundred thousand of them. So its result is written
to a file of its own beside the book, with a stamp of the content that it was made from: `building` makes the file,
`keeping` sees to it that it fits the book, `opening` and `columns` answer from it. It may be deleted at any time.
A report that is taken out of the book is taken out of the pages at once, and out of the file when it is made anew.
"""
