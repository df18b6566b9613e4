//! What a column holds, from the words of its heading.
