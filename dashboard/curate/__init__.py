"""Putting events right: buttons, forms, and the log of corrections.

layout     its buttons in the head of the page, forms and log
callbacks  what a person puts right goes into the log
buttons    what is put right at once
editor     the forms
curating   what a person wants, as decisions for the log
history    the log as a person reads it
"""
