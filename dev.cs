#:property PublishAot=false
#:project infra/local/Ingest.Dev/Ingest.Dev.csproj

// dotnet dev.cs VERB: up, test, drop, export, extract, bench, audit; without a verb it explains itself. The verbs are in infra/local/Ingest.Dev.
return await Ingest.Dev.DevCommand.RunAsync(args);
