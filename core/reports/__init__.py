"""What the office is told of a period: the morning, the analyses of faults and complaints, the count of proposals."""
