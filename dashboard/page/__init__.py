"""The page around the features: what is where, light and dark, the keys, the styles that all share.

layout     what is where on the page
callbacks  light and dark; what changed in the project meanwhile
keys       what the keys do, as a dialog
"""
