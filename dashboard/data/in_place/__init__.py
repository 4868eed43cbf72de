"""Writing one row in place: checked like an import's rows, remembered, and able to be taken back."""
