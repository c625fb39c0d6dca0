"""The stage that writes cases out, in the forms and codes that others read."""
