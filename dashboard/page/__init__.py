"""The page that the features stand on."""
