//! Where each book stands.

use sqlx::PgPool;

/// A book, and who has it where it is not on its shelf.
#[derive(Debug, PartialEq, Eq)]
pub struct Book {
    pub title: String,
    pub shelf: String,
    pub lent_to: Option<String>,
}

/// Puts a new book on a shelf, and gives its number.
pub async fn place(pool: &PgPool, title: &str, shelf: &str) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        "INSERT INTO books (title, shelf) VALUES ($1, $2) RETURNING id",
        title,
        shelf
    )
    .fetch_one(pool)
    .await
}

/// Lends a book that is there; says whether it was.
pub async fn lend(pool: &PgPool, id: i64, to: &str) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "UPDATE books SET lent_to = $2 WHERE id = $1 AND lent_to IS NULL",
        id,
        to
    )
    .execute(pool)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The books of a shelf by title.
pub async fn on_shelf(pool: &PgPool, shelf: &str) -> sqlx::Result<Vec<Book>> {
    sqlx::query_as!(
        Book,
        "SELECT title, shelf, lent_to FROM books WHERE shelf = $1 ORDER BY title",
        shelf
    )
    .fetch_all(pool)
    .await
}

/// A line for people: `Emma (shelf A, lent to Ada)`.
pub fn line(book: &Book) -> String {
    match &book.lent_to {
        None => format!("{} (shelf {})", book.title, book.shelf),
        Some(who) => format!("{} (shelf {}, lent to {who})", book.title, book.shelf),
    }
}

#[cfg(test)]
mod tests {
    use super::{Book, line};

    #[test]
    fn a_line_says_who_has_the_book() {
        let book = Book {
            title: "Emma".into(),
            shelf: "A".into(),
            lent_to: Some("Ada".into()),
        };
        assert_eq!(line(&book), "Emma (shelf A, lent to Ada)");
    }
}
