# Closed periods
