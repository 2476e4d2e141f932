# As English; dates as Britain writes them.
