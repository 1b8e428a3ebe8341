using System.Collections.Immutable;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ingest.Functions.Web;

/// <summary>The addresses that the app answers at, as the triggers of its functions state them.</summary>
internal sealed class Addresses(IServiceProvider services)
{
    private readonly ImmutableArray<Address> addresses = [.. typeof(Addresses).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetParameters())
        .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
        .OfType<HttpTriggerAttribute>()
        .Where(trigger => trigger.Methods is { Length: > 0 } methods && !methods.Contains("options"))
        .Select(trigger => new Address(trigger, services))];

    /// <summary>The methods that something at a path answers to, in upper case; none where there is nothing.</summary>
    public ImmutableArray<string> MethodsAt(PathString path) =>
        [.. addresses.Where(address => address.Fits(path)).SelectMany(address => address.Methods).Distinct()];

    private sealed class Address
    {
        private readonly TemplateMatcher matcher;
        private readonly ImmutableArray<(string Name, IRouteConstraint Constraint)> constraints;

        public Address(HttpTriggerAttribute trigger, IServiceProvider services)
        {
            var template = TemplateParser.Parse(trigger.Route!);
            var resolver = new DefaultInlineConstraintResolver(Options.Create(new RouteOptions()), services);
            matcher = new TemplateMatcher(template, []);
            constraints = [.. template.Parameters.SelectMany(
                parameter => parameter.InlineConstraints,
                (parameter, inline) => (parameter.Name!, resolver.ResolveConstraint(inline.Constraint)!))];
            Methods = [.. trigger.Methods!.Select(method => method.ToUpperInvariant())];
        }

        public ImmutableArray<string> Methods { get; }

        public bool Fits(PathString path)
        {
            var values = new RouteValueDictionary();
            return matcher.TryMatch(path, values) && constraints.All(constraint => values[constraint.Name] is null
                || constraint.Constraint.Match(null, null, constraint.Name, values, RouteDirection.IncomingRequest));
        }
    }
}
