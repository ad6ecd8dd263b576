"""From stored rows to sheets of paper."""
