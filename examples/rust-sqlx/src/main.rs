//! Answers each connection with the books of the shelf that its first line names.

use std::{env, error::Error};

use sqlx::PgPool;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let pool = PgPool::connect(&env::var("DATABASE_URL")?).await?;
    sqlx::migrate!().run(&pool).await?;
    let listener = TcpListener::bind(env::var("SHELF_ADDRESS")?).await?;
    loop {
        let (stream, _) = listener.accept().await?;
        if let Err(error) = answer(&pool, stream).await {
            eprintln!("{error}");
        }
    }
}

async fn answer(pool: &PgPool, stream: TcpStream) -> Result<(), Box<dyn Error>> {
    let mut stream = BufReader::new(stream);
    let mut shelf = String::new();
    stream.read_line(&mut shelf).await?;
    for book in shelf::on_shelf(pool, shelf.trim()).await? {
        stream
            .write_all(format!("{}\n", shelf::line(&book)).as_bytes())
            .await?;
    }
    Ok(stream.flush().await?)
}
